"""openapi.yaml: the Api as an OpenAPI 3.1 document.

`routes` and `merging` put operations under their paths, `components` and `links` name what others refer to, `schemas`
and `fitting` make JSON Schema of types, `failures` and `security` hold what no page says, `operations` and `document`
compute the views, `templates/openapi/` prints them.
"""

from scraper.emit.openapi.document import document, view

__all__ = ["document", "view"]
