"""PDFs: the whole guide, factsheets and handouts, set by Typst from plain data."""
