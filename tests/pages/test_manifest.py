"""The installed guide: what its manifest says leads somewhere, and its name gives nothing away."""

import json
import struct

import pytest
from patientbook_widgets import static_folder

from patientbook.pages.assets import read_assets
from patientbook.pages.manifest import make_app, write_manifest
from patientbook.reading.guide import read_guide


@pytest.fixture
def language(built_once):
    return read_guide(built_once).guide.settings.languages[0]


def test_every_address_in_the_manifest_is_a_file_of_the_site_and_every_icon_has_the_size_it_says(site):
    manifest = json.loads(site.files["manifest-en.webmanifest"].content)
    assert manifest["start_url"] in site.files
    for icon in manifest["icons"]:
        content = site.files[icon["src"]].content
        if icon["type"] == "image/png":
            wide, high = struct.unpack(">II", content[16:24])  # PNG 3rd edition, 11.2.1
            assert icon["sizes"] == f"{wide}x{high}"
    assert {(icon.get("purpose"), icon["sizes"]) for icon in manifest["icons"]} == {
        ("any", "192x192"),
        ("any", "512x512"),
        ("maskable", "512x512"),
        (None, "any"),
    }


def test_every_page_leads_to_the_manifest_and_the_touch_icon(site, trees):
    for path, tree in trees.items():
        links = {each.attrib["rel"]: each.attrib["href"] for each in tree.iter("link")}
        for rel in ("manifest", "apple-touch-icon"):
            assert links[rel].rpartition("../")[2].removeprefix("@@BASE@@") in site.files, path


def test_the_installed_guide_bears_its_short_name_wherever_others_may_see_it(language):
    assets = read_assets()
    discreet = language.model_copy(update={"short_name": "Guide"})
    manifest = json.loads(write_manifest(make_app(discreet, assets), discreet, assets))
    assert (manifest["name"], manifest["short_name"]) == ("Guide", "Guide")
    assert language.title not in json.dumps(manifest)
    manifest = json.loads(write_manifest(make_app(language, assets), language, assets))
    assert (manifest["name"], manifest["short_name"]) == (language.title, language.title)


def test_the_colours_around_the_installed_guide_are_those_of_its_paper(language):
    app = make_app(language, read_assets())
    styles = (static_folder() / "page.css").read_text(encoding="utf-8")
    assert f"--pb-paper: var(--pb-l, {app.light}) var(--pb-d, {app.dark})" in styles
