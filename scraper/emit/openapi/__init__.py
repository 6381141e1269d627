"""openapi.yaml: the Api as an OpenAPI 3.1 document.

`components` names what others refer to, `schemas` and `fitting` print types, `routes` and `merging` put operations
under their paths, `operations` and `document` compute the views, `templates/openapi/` prints them.
"""

from scraper.emit.openapi.document import document

__all__ = ["document"]
