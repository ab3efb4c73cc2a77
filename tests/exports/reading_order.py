"""What a reader of the book meets, in order, as patterns of the letters that the PDF must have."""

import re

from patientbook.exports import blocks as b
from patientbook.exports import inline as i
from patientbook.exports import manuscript as m
from patientbook.exports import questions as q

ENOUGH = 40  # letters that tell a block from others, fewer than a line has


def letters(text):
    return re.sub(r"[\W_]+", "", text)


def pattern(inlines):
    """The first letters of a run, with what the book puts between them: pages and numbers of sources."""
    made, count = "", 0
    for kind, text in _runs(inlines):
        if count < ENOUGH:
            kept = text if kind == "between" else letters(text)[: ENOUGH - count]
            made += kept if kind == "between" else re.escape(kept)
            count += 0 if kind == "between" else len(kept)
    return made


def _runs(inlines):
    """Words, and patterns of what stands between them."""
    for each in inlines:
        if isinstance(each, i.Citation):
            yield "between", "".join(map(str, each.numbers))
        elif isinstance(each, i.Words | i.Code | i.Image):
            yield "words", i.plain((each,))
        elif not isinstance(each, i.LineBreak):
            yield from _runs(each.inside)
            if isinstance(each, i.PartLink):
                yield "between", r"(page\d{1,3})?"


def of_blocks(blocks):
    for block in blocks:
        if isinstance(block, b.Heading | b.Paragraph):
            yield pattern(block.inside)
        elif isinstance(block, b.Bullets | b.Numbered):
            for item in block.items:
                yield from of_blocks(item)
        elif isinstance(block, b.Quote):
            yield from of_blocks(block.blocks)
        elif isinstance(block, b.Box):
            yield pattern(block.heading.inside)
            yield from of_blocks(block.blocks)
        elif isinstance(block, b.Table):
            for row in (block.head, *block.rows):
                yield from map(pattern, row)


def of_part(part):
    yield letters(part.title)
    for piece in part.pieces:
        if isinstance(piece, m.Text):
            yield from of_blocks(piece.blocks)
        elif isinstance(piece, m.Opening):
            yield from map(pattern, (piece.purpose, *piece.objectives))
        elif isinstance(piece, m.Picture):
            yield f"Picture{piece.number}" + pattern(piece.caption)
        elif isinstance(piece, m.Exercise):
            for question in piece.questions:
                yield from of_question(question)
        elif isinstance(piece, m.SurvivalFigures):
            yield "Figuresaboutsurvivalifyouwantthem" + pattern(piece.label)


def of_question(question):
    yield f"{question.asked.number}{pattern(question.asked.stem)}"
    if isinstance(question, q.Choosing):
        yield from (pattern(option.text) for option in question.options)
    elif isinstance(question, q.Matching):
        yield from (pattern(pair.text) for pair in question.pairs)
        yield from (re.escape(letters(match)[:ENOUGH]) for match in question.matches)
    elif isinstance(question, q.Ordering):
        yield from (pattern(question.items[index].text) for index in question.shown)
    else:
        yield letters(question.unit)


def of_answer(question):
    yield rf"Question{question.asked.number}page\d+{pattern(question.asked.stem)}"
    if isinstance(question, q.Choosing):
        said = sorted(question.options, key=lambda option: option.is_right is not True)
        yield from (pattern(part) for option in said for part in (option.text, option.explanation))
    elif isinstance(question, q.Matching):
        yield from (pattern(part) for pair in question.pairs for part in (pair.text, pair.explanation))
    elif isinstance(question, q.Ordering):
        yield from (pattern(part) for item in question.items for part in (item.text, item.explanation))
    else:
        yield from map(pattern, (question.just_right, question.too_low, question.too_high))
    yield from map(pattern, question.asked.hints)
    yield f"Readagain{pattern((question.asked.read_again,))}"
