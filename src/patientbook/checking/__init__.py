"""Rules that compare one part of a guide with another, one function each."""

from .guide import check_guide, check_reading
from .rules import RULES

__all__ = ["RULES", "check_guide", "check_reading"]
