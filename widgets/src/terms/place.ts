/** Where a pop-up goes: below its word, above when there is more room, never over it, never off the screen. */

export interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

export interface Size {
  width: number;
  height: number;
}

export interface Place {
  left: number;
  top: number;
  maxHeight: number;
}

/** Between the word and the pop-up; small, so that a pointer can cross it. */
const GAP = 6;
/** Between the pop-up and the edge of the screen. */
const MARGIN = 8;

/** `lines` are the boxes of the word, one for each line it runs over, all in the coordinates of the screen. */
export function placeFor(lines: Box[], popup: Size, screen: Size): Place {
  const first = lines[0] ?? { left: 0, top: 0, right: 0, bottom: 0 };
  const last = lines[lines.length - 1] ?? first;
  const below = screen.height - last.bottom - GAP - MARGIN;
  const above = first.top - GAP - MARGIN;
  const isBelow = popup.height <= below || below >= above;
  const maxHeight = Math.max(0, isBelow ? below : above);
  const height = Math.min(popup.height, maxHeight);
  const start = isBelow ? last.left : first.left;
  return {
    left: Math.max(MARGIN, Math.min(start, screen.width - popup.width - MARGIN)),
    top: isBelow ? last.bottom + GAP : first.top - GAP - height,
    maxHeight,
  };
}
