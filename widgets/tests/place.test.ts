import { describe, expect, test } from "vitest";
import { placeFor } from "../src/terms/place";

const box = (left: number, top: number, width = 60, height = 20) => ({
  left,
  top,
  right: left + width,
  bottom: top + height,
});
const phone = { width: 320, height: 640 };
const popup = { width: 304, height: 180 };

describe("a pop-up", () => {
  test("goes below its word where there is room", () => {
    expect(placeFor([box(8, 100)], popup, phone)).toMatchObject({ left: 8, top: 126 });
  });

  test("goes above where there is none below", () => {
    const place = placeFor([box(8, 560)], popup, phone);
    expect(place.top + popup.height).toBeLessThanOrEqual(560);
  });

  test.each([0, 100, 259, 300])("stays on a screen of 320 pixels with its word at %i", (left) => {
    const place = placeFor([box(left, 100)], popup, phone);
    expect(place.left).toBeGreaterThanOrEqual(8);
    expect(place.left + popup.width).toBeLessThanOrEqual(312);
  });

  test.each([0, 150, 300, 450, 620])("that is taller than the room scrolls and never covers its word at %i", (top) => {
    const tall = { width: 304, height: 2000 };
    const place = placeFor([box(8, top)], tall, phone);
    const bottom = place.top + place.maxHeight;
    expect(place.top >= top + 20 || bottom <= top).toBe(true);
    expect(place.maxHeight).toBeGreaterThan(250);
    expect(place.top).toBeGreaterThanOrEqual(0);
    expect(bottom).toBeLessThanOrEqual(640);
  });

  test("keeps clear of every line of a word that runs over two", () => {
    const lines = [box(260, 300, 50), box(8, 330, 40)];
    expect(placeFor(lines, popup, phone)).toMatchObject({ left: 8, top: 356 });
    const low = lines.map((line) => ({ ...line, top: line.top + 280, bottom: line.bottom + 280 }));
    expect(placeFor(low, popup, phone).top + popup.height).toBeLessThanOrEqual(580);
  });
});
