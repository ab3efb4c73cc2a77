"""What a preview says to an author."""

LABELS = {
    "empty_title": "Nothing to show yet",
    "empty_text": "The guide could not be made yet. What to mend stands at the top of this page. "
    "As soon as it is mended and saved, the guide is shown here.",
    "broken": "This page is as it was before your last change",
    "broken_line": "Something in the files has to be mended first. Mend it and save: this list goes by itself.",
    "beside": "The page is up to date. Something else needs a look",
    "warnings": "Worth a look: {count}",
    "jump": "Something to mend: {count}",
}
