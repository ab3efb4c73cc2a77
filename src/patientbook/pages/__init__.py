"""Executed notebooks as HTML pages that need no kernel, and the whole site they make."""

from .render import build_site
from .site import File, Site
from .store import SiteStore

__all__ = ["File", "Site", "SiteStore", "build_site"]
