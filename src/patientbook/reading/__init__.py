"""Content as an educator wrote it, made into frozen data with the place of every value."""

from .guide import Reading, find_root, load_guide, read_guide

__all__ = ["Reading", "find_root", "load_guide", "read_guide"]
