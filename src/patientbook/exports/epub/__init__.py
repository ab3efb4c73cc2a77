"""The guide as an EPUB 3.3: reflowable XHTML that says of itself how it can be read (EPUB Accessibility 1.1)."""
