"""openapi.yaml: the Api as an OpenAPI 3.1 document.

`routes` and `merging` put operations under their paths, `components` and `links` name what others refer to, `schemas`
and `fitting` make JSON Schema of types, `failures` and `security` hold what no page says, `operations` and `document`
compute the views, `templates/openapi/` prints them. `exemptions` lists where linters are to look away.
"""

from scraper.emit.openapi.document import files, view

__all__ = ["files", "view"]
