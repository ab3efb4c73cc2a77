"""Imports between the packages follow the arrows of docs/architecture.md, and no other."""

import ast
from pathlib import Path

import pytest

from tests.frame.project import ROOT

ENGINE = ROOT / "src" / "patientbook"
WIDGETS = ROOT / "widgets" / "patientbook_widgets"
ORDER = [
    "patientbook_widgets",
    "reading",
    "checking",
    "lessons",
    "notebooks",
    "editions",
    "starting",
    "bank",
    "pages",
    "exports",
    "workshop",
    "app",
    "previewing",
    "cli",
]
FOR_ALL = {"problems"}  # what a mistake of an author is: every package of the engine may report one
FRONT_DOOR = "patientbook"  # patientbook/__init__.py itself: only a notebook walks through it


def layer_of(module: str) -> str | None:
    """Return the layer that a dotted module name belongs to, None for what is not ours."""
    first, _, rest = module.partition(".")
    if first == "patientbook_widgets":
        return first
    if first != "patientbook":
        return None
    return rest.split(".")[0] if rest else FRONT_DOOR


def imports(path: Path, package: str) -> set[str]:
    """Return the dotted names that a file takes from modules, relative ones made absolute.

    `import patientbook` alone takes nothing: it may ask where the package lies and which version it is.
    """
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names if alias.name != "patientbook" or alias.asname}
        elif isinstance(node, ast.ImportFrom):
            base = ".".join(package.split(".")[: -node.level + 1 or None]) if node.level else ""
            module = ".".join(part for part in (base, node.module) if part)
            found |= {f"{module}.{alias.name}" if module == "patientbook" else module for alias in node.names}
        elif isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id == "patientbook":
            found.add(f"patientbook.{node.attr}")
    return found - {"patientbook.__version__", "patientbook.__file__"}


def is_allowed(layer: str, target: str) -> bool:
    if target == layer:
        return True
    if target in FOR_ALL:
        return layer in ORDER[1:]
    return layer in ORDER and target in ORDER[: ORDER.index(layer)]


def wrong_imports(root: Path, name: str) -> list[str]:
    wrong = []
    for path in sorted(root.rglob("*.py")):
        package = ".".join([name, *path.parent.relative_to(root).parts])
        module = package if path.name == "__init__.py" else f"{package}.{path.stem}"
        layer = layer_of(module)
        if layer == FRONT_DOOR:
            continue
        targets = [target for target in imports(path, package) if layer_of(target) is not None]
        wrong += [f"{module} imports {target}" for target in targets if not is_allowed(layer, layer_of(target))]
    return wrong


@pytest.mark.parametrize(("root", "name"), [(ENGINE, "patientbook"), (WIDGETS, "patientbook_widgets")])
def test_imports_point_one_way(root, name):
    assert wrong_imports(root, name) == []


def test_every_package_and_module_of_the_engine_has_a_place_in_the_order():
    here = {path.stem for path in ENGINE.iterdir() if path.suffix == ".py" or (path / "__init__.py").is_file()}
    assert here - {"__init__"} == set(ORDER[1:]) | FOR_ALL


@pytest.mark.parametrize(
    ("file", "line", "wrong"),
    [
        (
            "reading/a.py",
            "from patientbook.pages.html import render",
            "patientbook.reading.a imports patientbook.pages.html",
        ),
        ("lessons/b.py", "from ..pages import html", "patientbook.lessons.b imports patientbook.pages"),
        ("pages/c.py", "import patientbook; patientbook.cli", "patientbook.pages.c imports patientbook.cli"),
        ("pages/f.py", "import patientbook as ours", "patientbook.pages.f imports patientbook"),
        ("app/g.py", "from patientbook import open_lesson", "patientbook.app.g imports patientbook.open_lesson"),
        ("pages/d.py", "from patientbook import cli", "patientbook.pages.d imports patientbook.cli"),
        ("problems.py", "import patientbook.reading", "patientbook.problems imports patientbook.reading"),
    ],
)
def test_an_import_against_the_arrows_is_seen(tmp_path, file, line, wrong):
    (tmp_path / file).parent.mkdir(exist_ok=True)
    (tmp_path / file).write_text(line + "\n", encoding="utf-8")
    assert wrong_imports(tmp_path, "patientbook") == [wrong]


def test_an_import_along_the_arrows_is_allowed(tmp_path):
    (tmp_path / "pages").mkdir()
    lines = (
        "from patientbook.problems import Problem\nfrom ..reading import Guide\nfrom . import markdown\nimport json\n"
        "import patientbook\nprint(patientbook.__version__)\n"
    )
    (tmp_path / "pages" / "e.py").write_text(lines, encoding="utf-8")
    assert wrong_imports(tmp_path, "patientbook") == []
