import { expect, test } from "vitest";
import { calendar, randomId } from "../src/reader/my/ics";

const WORDS = { summary: "Reading time", description: "10 minutes of reading" };
const STAMP = new Date("2026-03-01T08:05:09.123Z");
const entry = (day: string) => ({ day, uid: `uid-${day}` });
const linesOf = (text: string) => text.split("\r\n").slice(0, -1);

test("a calendar has one entry of a whole day for each day, and says nothing else", () => {
  const lines = linesOf(calendar([entry("2026-02-28"), entry("2026-12-31")], WORDS, STAMP));
  expect(lines).toEqual([
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Reading time//EN",
    "CALSCALE:GREGORIAN",
    ...[
      ["2026-02-28", "20260228", "20260301"],
      ["2026-12-31", "20261231", "20270101"],
    ].flatMap(([day, from, to]) => [
      "BEGIN:VEVENT",
      `UID:uid-${day}`,
      "DTSTAMP:20260301T080509Z",
      `DTSTART;VALUE=DATE:${from}`,
      `DTEND;VALUE=DATE:${to}`,
      "SUMMARY:Reading time",
      "DESCRIPTION:10 minutes of reading",
      "CLASS:PRIVATE",
      "TRANSP:TRANSPARENT",
      "END:VEVENT",
    ]),
    "END:VCALENDAR",
  ]);
});

test("every line ends with CRLF, has at most 75 octets and cuts no letter in two", () => {
  const long = "Zeit zum Lesen – für Ömer und Åsa 🌱 ".repeat(12).trim();
  const text = calendar([entry("2026-03-03")], { summary: long, description: "é".repeat(75) }, STAMP);
  const lines = linesOf(text);
  expect(text.replace(/\r\n/g, "")).not.toMatch(/[\r\n]/);
  for (const line of lines) expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75);
  expect(Math.max(...lines.map((line) => new TextEncoder().encode(line).length))).toBeGreaterThan(70);
  const whole = text.replace(/\r\n[ ]/g, "");
  expect(whole).toContain(`\r\nSUMMARY:${long}\r\n`);
  expect(whole).toContain(`\r\nDESCRIPTION:${"é".repeat(75)}\r\n`);
});

test("what has a meaning in a calendar file is escaped", () => {
  const text = calendar([entry("2026-03-03")], { summary: "One; two, three\\four\nfive", description: "" }, STAMP);
  expect(text).toContain("\r\nSUMMARY:One\\; two\\, three\\\\four\\nfive\r\n");
});

test("an id is a UUID of version 4, and never the same twice", () => {
  const ids = Array.from({ length: 50 }, randomId);
  for (const id of ids) expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  expect(new Set(ids).size).toBe(50);
});
