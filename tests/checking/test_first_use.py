"""Which words count as the first use of a glossary term."""

from pathlib import Path

import pytest

from patientbook.checking import check_guide

GLOSSARY = """\
terms:
  gene:
    term: Gene
    meaning: A part of [DNA](#dna).
  gene-panel:
    term: Gene panel
    meaning: A test of many genes.
  met:
    term: MET
    meaning: The name of a gene.
  dna:
    term: DNA
    meaning: What genes are made of.
    see_also: [gene, gene-panel, met]
"""


@pytest.mark.parametrize(
    ("prose", "first_uses"),
    [
        pytest.param("A gene.", ["gene"], id="a plain word"),
        pytest.param("Two Genes.", ["Genes"], id="plural and capital"),
        pytest.param("A [gene](08-glossary.md#gene) and a gene.", [], id="linked first"),
        pytest.param("A gene, then a [gene](08-glossary.md#gene).", ["gene"], id="linked too late"),
        pytest.param("A gene panel.", ["gene panel"], id="a longer term has the word"),
        pytest.param("A [gene panel](08-glossary.md#gene-panel).", [], id="a longer linked term has the word"),
        pytest.param("A gene-based test, a pathogene.", [], id="part of another word"),
        pytest.param("We met. It is MET.", ["MET"], id="an abbreviation is not a common word"),
        pytest.param("Write `gene`.", [], id="in code"),
        pytest.param("See [the gene page](https://example.org/gene).", [], id="in another link"),
        pytest.param("![A gene](../figures/cell.svg)", [], id="in a text alternative"),
        pytest.param("A *gene\npanel*.", ["gene panel"], id="over a line end, emphasised"),
        pytest.param("- One\n- A gene", ["gene"], id="in a list"),
        pytest.param("| a | b |\n|---|---|\n| x | gene |", ["gene"], id="in a table"),
        pytest.param("### A gene", [], id="in a heading"),
    ],
)
def test_the_first_use_of_a_term_is_found(guide: Path, chapter: Path, prose: str, first_uses: list[str]) -> None:
    (guide / "content/en/glossary.yaml").write_text(GLOSSARY, encoding="utf-8")
    text = chapter.read_text(encoding="utf-8")
    start = text.index("A [gene](08-glossary.md#gene)")
    end = text.index("```", start)
    rest = text[end:].replace("- Genes are part of DNA.", "- A point.").replace("Genes are", "They are")
    text = f"{text[:start]}{prose}\n\n{rest}"
    chapter.write_text(text, encoding="utf-8")
    found = [problem for problem in check_guide(guide) if problem.rule == "unlinked-first-use"]
    assert [problem.what.split("'")[1] for problem in found] == first_uses
    lines = text.split("\n")
    for problem, word in zip(found, first_uses, strict=True):
        assert lines[problem.line - 1][problem.column - 1 :].startswith(word.split()[0])


def test_words_of_the_glossary_chapter_need_no_link(guide: Path) -> None:
    glossary = guide / "content/en/08-glossary.md"
    text = glossary.read_text(encoding="utf-8")
    glossary.write_text(text + "\nA gene is here.\n", encoding="utf-8")
    assert check_guide(guide) == []
