"""Whole workshops in a real browser: control, projector and phones."""
