"""A guide shown while it is written: made anew when a file is saved, and the open page told."""
