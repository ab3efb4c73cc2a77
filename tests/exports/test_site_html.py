"""Every page of the website, and every HTML file beside them, is what the HTML standard says."""

from tests.nu import nu_errors


def test_the_nu_html_checker_finds_no_error_on_any_page(shipped):
    pages = sorted(shipped.site.rglob("*.html"))
    assert len(pages) > 15
    assert nu_errors(pages) == []


def test_the_checker_sees_a_fault(tmp_path):
    page = tmp_path / "page.html"
    page.write_text("<!doctype html><html lang=en><title>A page</title><p id=a><b id=a></p>", encoding="utf-8")
    found = nu_errors([page])
    assert any("Duplicate ID" in each for each in found)
    assert all(each.startswith("page.html:1 ") for each in found)
