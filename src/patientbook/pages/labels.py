"""The words of the page around a chapter, in English; translations replace them by key."""

LABELS = {
    "skip": "Skip to the text",
    "menu": "Menu",
    "chapters": "Chapters",
    "home": "Start page",
    "in_this_chapter": "In this chapter",
    "on_this_page": "On this page",
    "in_all": "{count} chapters, about {minutes} minutes in all. Read them in any order, and stop whenever you like.",
    "others": "Also here",
    "downloads": "Download",
    "workshops": "Join a workshop",
    "about_guide": "About this guide",
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
    "search": "Search",
    "search_line": "Find a word, a question or a chapter.",
    "search_field": "What are you looking for?",
    "search_off": "Search needs JavaScript, which is off in this browser.",
    "search_ways": "You can also look here:",
    "search_glossary": "All words from A to Z",
    "search_contents": "All chapters",
}

# What script says, on every page.
SCRIPT_WORDS = {
    "found": "Searched for: {words}",
    "found_remove": "Remove marks",
}

# What script says on the search page. `search_ignored` are words too common to be looked for.
SEARCH_WORDS = {
    "search_ignored": "a about am an and are as at be been by can could do does for from get had has have how i if in "
    "into is it its just me mean meaning means my of on one or our should so than that the their them then there "
    "these they this those to was we were what when where which who why will with would you your",
    "search_one": "1 result",
    "search_count": "{count} results",
    "search_instead": "Showing “{words}”.",
    "search_none": "Nothing was found for “{query}”.",
    "search_help": "Try a single word, or another word for the same thing.",
    "search_did_you_mean": "Did you mean",
    "search_term": "Glossary",
    "search_question": "Check yourself",
    "search_chapter": "Chapter {number}",
    "search_see": "See it in the glossary",
    "search_more": "Show more results",
    "search_failed": "Search could not be loaded. All pages can still be read.",
}
