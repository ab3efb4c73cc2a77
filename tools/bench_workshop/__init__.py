"""`make bench-workshop`: a thousand phones in a workshop, over loopback, with what can go wrong in the middle of it."""
