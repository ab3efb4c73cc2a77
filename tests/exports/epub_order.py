"""What a reader of a part of the EPUB meets, word for word, with the words that the book itself puts between."""

from patientbook.exports import blocks as b
from patientbook.exports import inline as i
from patientbook.exports import manuscript as m
from patientbook.exports import questions as q
from patientbook.exports.epub.labels import LABELS


def of_part(part, terms):
    yield part.title
    for piece in part.pieces:
        if isinstance(piece, m.Text):
            yield from of_blocks(piece.blocks)
        elif isinstance(piece, m.Opening):
            yield LABELS["purpose"]
            yield of_line(piece.purpose)
            yield LABELS["objectives"]
            yield from map(of_line, piece.objectives)
        elif isinstance(piece, m.Picture):
            yield f"Picture {piece.number}. {of_line(piece.caption)}"
        elif isinstance(piece, m.Exercise):
            yield f"Check yourself {piece.title or ''}"
            for question in piece.questions:
                yield from of_question(question)
        elif isinstance(piece, m.SurvivalFigures):
            yield LABELS["survival"] + of_line(piece.label) + LABELS["survival_note"]
            yield LABELS["survival_go"].format(label=of_line(piece.label))
        elif isinstance(piece, m.TermList):
            yield from (words for entry in terms for words in of_entry(entry))


def of_line(inlines):
    """The words of a run, with the numbers of sources."""
    return "".join(_words(each) for each in inlines)


def _words(each):
    if isinstance(each, i.Citation):
        return f"[{', '.join(map(str, each.numbers))}]"
    return of_line(each.inside) if isinstance(each, i.Spanned) else i.plain((each,))


def of_blocks(blocks):
    for block in blocks:
        if isinstance(block, b.Heading | b.Paragraph):
            yield of_line(block.inside)
        elif isinstance(block, b.Bullets | b.Numbered):
            for item in block.items:
                yield from of_blocks(item)
        elif isinstance(block, b.Quote):
            yield from of_blocks(block.blocks)
        elif isinstance(block, b.Box):
            yield of_line(block.heading.inside)
            yield from of_blocks(block.blocks)
        elif isinstance(block, b.Table):
            for row in (block.head, *block.rows):
                yield from map(of_line, row)
        elif isinstance(block, b.CodeLines):
            yield block.text


def of_question(question):
    yield f"Question {question.asked.number}. {of_line(question.asked.stem)}"
    if isinstance(question, q.Choosing):
        yield from (of_line(option.text) for option in question.options)
    elif isinstance(question, q.Matching):
        yield from (of_line(pair.text) for pair in question.pairs)
        yield from question.matches
    elif isinstance(question, q.Ordering):
        yield from (of_line(question.items[index].text) for index in question.shown)


def of_answer(question):
    """What is said about every answer: each of these stands in the key."""
    if isinstance(question, q.Choosing):
        yield from (of_line(part) for option in question.options for part in (option.text, option.explanation))
    elif isinstance(question, q.Matching):
        yield from (f"{of_line(pair.text)}: {pair.match} {of_line(pair.explanation)}" for pair in question.pairs)
    elif isinstance(question, q.Ordering):
        yield "".join(
            f"{at}. {of_line(each.text)} {of_line(each.explanation)}" for at, each in enumerate(question.items, 1)
        )
    else:
        yield from map(of_line, (question.just_right, question.too_low, question.too_high))
    yield from map(of_line, question.asked.hints)


def of_entry(entry):
    yield entry.term.term
    yield of_line(entry.meaning)
    yield of_line(entry.more)
