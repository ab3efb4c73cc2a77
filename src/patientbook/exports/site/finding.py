"""What search engines read: the list of pages, and that they are welcome."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import quote
from xml.sax.saxutils import escape

from patientbook.pages.entries import TOOLS
from patientbook.pages.offline import AWAY
from patientbook.pages.render import NOTICES

if TYPE_CHECKING:
    from patientbook.pages import Site

_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n'


def sitemap(address: str, site: Site) -> bytes:
    """Every page that has something to read, by its whole address."""
    tools = tuple(f"/{name}.html" for name in TOOLS)
    pages = [
        path
        for path in sorted(site.files)
        if path.endswith(".html") and not path.endswith(tools) and path not in {*NOTICES, AWAY}
    ]
    lines = [f"<url><loc>{escape(address + quote(path))}</loc></url>\n" for path in pages]
    return f"{_HEAD}{''.join(lines)}</urlset>\n".encode()


def robots(address: str | None) -> bytes:
    """Everybody may read everything. It counts only at a host's root; elsewhere it does no harm."""
    where = f"\nSitemap: {address}sitemap.xml\n" if address else ""
    return f"User-agent: *\nDisallow:\n{where}".encode()
