"""Downloads: one manuscript made of the checked content, and one writer for each format."""
