"""What axe finds wrong with a page as it stands now."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from tests.frame.project import ROOT

if TYPE_CHECKING:
    from playwright.sync_api import Page

SCRIPT = ROOT / "widgets" / "node_modules" / "axe-core" / "axe.min.js"
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
RUN = """
async ([within, tags]) => {
  const options = {
    runOnly: { type: "tag", values: tags },
    rules: { "target-size": { enabled: true } },
    resultTypes: ["violations"],
    preload: location.protocol !== "file:", // it would fetch styles, which browsers refuse there
  };
  const tell = (id, { html, failureSummary }) => `${id}: ${html.slice(0, 160)} ${failureSummary}`;
  const found = await axe.run(within, options);
  return found.violations.flatMap(({ id, nodes }) => nodes.map(node => tell(id, node)));
}
"""


@cache
def _script() -> str:
    assert SCRIPT.is_file(), "axe-core is not installed. `make test` installs it; or run `npm ci` in widgets/."
    return SCRIPT.read_text(encoding="utf-8")


def violations(page: Page, within: str | dict[str, list[list[str]]] = "html") -> list[str]:
    """Every violation in ``within`` (axe's context), one line each. The page's own CSP stays in force."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(_script())
    found: list[str] = page.evaluate(RUN, [within, TAGS])
    return found
