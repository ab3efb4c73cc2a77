"""Workshops: a room, a code, live questions, and an honest report of what was learnt."""
