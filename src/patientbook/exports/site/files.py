"""Every file of the website: pages, their compressed copies, downloads, and what finds and fails need."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from patientbook.pages.copies import with_copies
from patientbook.pages.render import BASE, NOTICES

from .finding import robots, sitemap
from .front import front_page

if TYPE_CHECKING:
    from collections.abc import Iterable

    from patientbook.exports.pages import Pages
    from patientbook.pages import File

NOT_FOUND = "404.html"


def site_files(pages: Pages, address: str | None = None, kept: Iterable[File] = ()) -> dict[str, bytes]:
    """The files by path. ``address`` is where the site will be; ``kept`` are files whose compressed copies are known.

    A page that is not there is answered from any address, so the notice about it names the site's own start; without
    an address that is taken to be the server's root.
    """
    site = with_copies(pages.site(is_folder=False), kept)
    files: dict[str, bytes] = {}
    for path, file in site.files.items():
        if path not in NOTICES:
            copies = {path: file.content, f"{path}.gz": file.gzip, f"{path}.br": file.brotli}
            files |= {name: content for name, content in copies.items() if content is not None}
    start = urlsplit(address or "/").path.encode()
    files[NOT_FOUND] = site.files[NOT_FOUND].content.replace(BASE.encode(), start)
    files["index.html"] = front_page(pages.guide)
    files["robots.txt"] = robots(address)
    files[".nojekyll"] = b""  # GitHub Pages otherwise leaves out what its own page maker does not know
    if address:
        files["sitemap.xml"] = sitemap(address, site)
    return files | dict(pages.others)
