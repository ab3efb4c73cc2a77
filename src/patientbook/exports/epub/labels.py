"""The words of an EPUB, in English; translations replace them by key. What other formats say, too, comes from there."""

from patientbook_widgets.labels import LABELS as WIDGETS

from patientbook.exports.pdf.labels import LABELS as PDF
from patientbook.lessons.labels import LABELS as LESSONS

_OWN = {
    "edition": "The guide for e-readers",
    "cover": "Cover",
    "cover_alt": "Cover of “{title}”: rows of dots, each a little different from the next.",
    "title_page": "Title page",
    "start": "Start of the first chapter",
    "landmarks": "Places to go to",
    "picture_number": PDF["picture"],
    "one_hint": PDF["hint"],
    "again": PDF["read_again"],
    "survival_title": PDF["survival"],
    "how_to_words": "A word with a dotted line is explained. Where a chapter first uses it, many reading apps open its "
    "meaning when you tap it. Elsewhere the word leads to the glossary. A link beside each meaning leads back.",
    "how_to_numbers": "A number in square brackets, such as [1], leads to a source at the end of the chapter.",
    "how_to_exercises": "In each chapter you can check yourself. Nobody sees your answers. Below each question you can "
    "open the answer, or go to it in the answer key after the chapters.",
    "how_to_questions": "Each chapter has questions to take along. Your reading app may let you mark "
    "them, and add notes of your own.",
    "how_to_survival": "Figures about how long people live stand by themselves, after everything else, and closed. You "
    "need not look at them. A box tells you where there are some.",
    "words_here": "Words explained in this chapter",
    "words_here_intro": "All words are in the glossary:",
    "in_glossary": "See it in the glossary",
    "back_to_text": "Back to the text",
    "back_to_question": "Back to question {number}",
    "back_to_place": "Back to place {place} where source {number} is used",
    "in_appendix": "Used in the figures about survival",
    "answer_number": "Answer {number}",
    "answer_in_key": "Go to answer {number} in the answer key",
    "unit": "The numbers are: {unit}.",
    "more_about": "About this edition",
    "survival_go": "Go to the figures: {label}",
    "survival_closed": "Each is closed until you open it.",
    "survival_open": "Show the figures",
    "survival_figures": "The figures",
    "back_to_chapter": "Back to the chapter",
    "summary": "All text can be enlarged and set as you like. Every picture has a text alternative. Headings and the "
    "table of contents lead through the book, and nothing needs a script, a mouse or a certain size of screen. "
    "Answers and figures about survival are closed until you open them. We aim at the Web Content Accessibility "
    "Guidelines 2.2, level AA. Programs have tested the book (EPUBCheck, and Ace by DAISY). People who use assistive "
    "technology have not tried it yet, and nobody from outside has assessed it, so it claims no conformance.",
}

LABELS = {**PDF, **WIDGETS, **LESSONS, **_OWN}
