"""What readers are told about each download, in English; translations replace the words by key."""

# By format: what it is, and what else there is to know. A format without words is not offered to readers.
OFFERED = {
    "pdf": ("The guide to print", "A book on A4 paper."),
    "pdf-large": ("The guide in large print", "A book on A4 paper, in large letters."),
    "epub": ("The guide as an e-book", "For e-readers, tablets and phones."),
    "offline": ("The guide to open without internet", "Unpack the file and open index.html."),
    "factsheet": ("The factsheet to print", "Two pages of A4."),
    "factsheet-large": ("The factsheet in large print", "In large letters."),
    "handout": ("This chapter on one sheet of paper", ""),
}
LABELS = {
    "open": "Open the guide",
    "unpack": "Please unpack the file first",
    "unpack_text": "You see this page alone, so the guide is still packed in its zip file. Unpack it: open the zip "
    "file with a right click, or a long press, and choose “Extract all”. Then open index.html in the new folder.",
    "first_file": "READ ME FIRST.txt",
    "first_text": "{title}\n\nUnpack this zip file before you open anything in it. Then open index.html with a double "
    "click. The guide needs no internet.\n\n{notice}\n",
}
