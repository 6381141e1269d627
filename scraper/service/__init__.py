"""What people say of a service: the text of a service.toml, or just a name, as a `Service` and an `Upstream`."""

from scraper.service.naming import HANDED_ON, LONGEST_NAME, from_name
from scraper.service.reading import read
from scraper.service.upstream import Upstream, upstream_of

__all__ = ["HANDED_ON", "LONGEST_NAME", "Upstream", "from_name", "read", "upstream_of"]
