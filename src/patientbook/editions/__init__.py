"""Editions: what one hospital, group or language has otherwise, laid over a guide and composed into one of its own."""

from .composing import EDITIONS
from .edition import Edition, open_edition
from .rules import EDITION_RULES

__all__ = ["EDITIONS", "EDITION_RULES", "Edition", "open_edition"]
