"""Words and interactive parts."""
