"""How time and memory grow with what a reference holds."""
