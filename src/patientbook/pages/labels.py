"""The words of the page around a chapter, in English; translations replace them by key."""

LABELS = {
    "skip": "Skip to the text",
    "menu": "Menu",
    "chapters": "Chapters",
    "home": "Start page",
    "in_this_chapter": "In this chapter",
    "chapter": "Chapter {number}",
    "chapter_of": "Chapter {number} of {count}",
    "minutes": "{count} minutes",
    "previous": "Back",
    "next": "Next",
    "more_notebooks": "Notebooks that compute",
    "live": "runs Python while you use it",
    "read_it": "Start reading",
    "good_to_know": "Good to know",
    "gone": "The connection to the guide is gone. You can go on reading, and the questions on this page still work.",
    "back": "The connection is back.",
    "not_found": "This page is not here",
    "not_found_text": "The address may be old or mistyped. Nothing is wrong with your device.",
    "full": "All places are taken at the moment",
    "full_text": "This page computes for each reader, and others are using it now. Please try again in a minute. "
    "All other pages of the guide can be read meanwhile.",
    "broken": "This page could not be opened",
    "broken_text": "Something went wrong on our side. Please try again. "
    "All other pages of the guide can be read meanwhile.",
    "to_home": "Go to the start page",
}
