"""The last good pages from before, for an author who begins with a file that has a mistake in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from patientbook.pages.offline import without_offline

if TYPE_CHECKING:
    from patientbook.pages import Site
    from patientbook.pages.workplace import Workplace


def last_site(place: Workplace) -> Site | None:
    """The site that `build` or `serve` kept last; None when there is none."""
    kept = sorted(place.sites.folder.glob("*.site.zip"), key=lambda path: path.stat().st_mtime, reverse=True)
    sites = (place.sites.read(path.name.partition(".")[0]) for path in kept)
    return next((without_offline(site) for site in sites if site), None)
