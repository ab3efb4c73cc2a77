"""The site of the guide that was built once, and its pages as trees."""

import html5lib
import pytest

from patientbook.pages import SiteStore


@pytest.fixture(scope="session")
def site(built_once):
    [kept] = (built_once / ".cache/patientbook/sites").iterdir()
    return SiteStore(kept.parent).read(kept.name.removesuffix(".site.zip"))


@pytest.fixture(scope="session")
def trees(site):
    """Every page and notice by path, parsed; a mistake in the HTML fails all tests that need them."""
    parser = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False)
    pages = {path: file.content.decode() for path, file in site.files.items() if path.endswith(".html")}
    return {path: parser.parse(page) for path, page in pages.items()}


@pytest.fixture(scope="session")
def chapter(trees):
    return trees["en/01-bicycles.html"]
