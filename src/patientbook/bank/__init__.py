"""The question bank: questions found, and taken out of and into a guide in the formats of other programs."""

from .finding import Wanted, find_questions
from .importing import import_questions
from .model import BankQuestion, FromFile
from .registry import FORMATS

__all__ = ["FORMATS", "BankQuestion", "FromFile", "Wanted", "find_questions", "import_questions"]
