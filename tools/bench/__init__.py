"""`make bench`: our app and stock Voilà side by side on the same notebook, in one run. See docs/measuring.md."""
