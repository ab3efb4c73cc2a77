"""Colours, their contrast as WCAG 2.2 counts it (*relative luminance*, *contrast ratio*), and the papers of the look.

The papers are those of `widgets/src/css/tokens.css`; a test holds the two together.
"""

from __future__ import annotations

LIGHT_PAPERS = ("#fbf9f5", "#ffffff")
DARK_PAPERS = ("#12181c", "#1a2227")
ENOUGH = 4.5  # WCAG 2.2, 1.4.3: text of any size
_SHARES = (0.14, 0.1, 0.07, 0.04, 0.02)  # how much of an accent its ground may have


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours such as `#0a6570`, from 1 to 21."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def ground_of(accent: str, paper: str) -> str:
    """The ground of an accent: the paper with as much of the accent in it as leaves the accent readable on it."""
    grounds = (_mixed(accent, paper, share) for share in _SHARES)
    return next((ground for ground in grounds if contrast(accent, ground) >= ENOUGH), paper)


def _luminance(colour: str) -> float:
    red, green, blue = (_linear(part / 255) for part in _parts(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4  # noqa: PLR2004 - the formula's own


def _parts(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def _mixed(one: str, other: str, share: float) -> str:
    mixed = (round(a * share + b * (1 - share)) for a, b in zip(_parts(one), _parts(other), strict=True))
    return "#" + "".join(f"{part:02x}" for part in mixed)
