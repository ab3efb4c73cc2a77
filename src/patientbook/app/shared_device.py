"""A site for a device that many readers share, such as a tablet in a library: it keeps nothing and clears itself."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from patientbook.pages.copies import with_copies
from patientbook.pages.offline import without_offline
from patientbook.pages.site import make_file

if TYPE_CHECKING:
    from patientbook.pages.site import Site

# What a page's script is told about it (`pages.frame`), up to the word that changes.
_FACT = re.compile(rb'(<script type="application/json" id="pb-page">[^<]*"shared_device": )false')


def for_many_readers(site: Site) -> Site:
    """The site with every page told that it is on a shared device, and with what was kept for reading offline removed.

    The store keeps the site without that, so that `build` in one window still shows in an app that runs in another.
    """
    changed = {}
    for path, file in site.files.items():
        content, count = _FACT.subn(rb"\1true", file.content, count=1)
        if count:
            changed[path] = make_file(path, content)
    files = {path: changed.get(path, file) for path, file in site.files.items()}
    return with_copies(without_offline(replace(site, files=files)), site.files.values())
