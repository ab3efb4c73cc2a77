/** A calendar file (RFC 5545): whole days, lines of at most 75 octets that end with CRLF. */

export interface Entry {
  /** `2026-03-01`. */
  day: string;
  /** What makes the entry the same one when the file is opened twice. */
  uid: string;
}

/** The calendar. What it says names nothing that somebody who sees the calendar need not know. */
export function calendar(entries: Entry[], words: { summary: string; description: string }, stamp: Date): string {
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Reading time//EN",
    "CALSCALE:GREGORIAN",
    ...entries.flatMap((entry) => event(entry, words, stamp)),
    "END:VCALENDAR",
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join("");
}

function event({ day, uid }: Entry, words: { summary: string; description: string }, stamp: Date): string[] {
  const next = new Date(Date.parse(`${day}T00:00Z`) + 86_400_000);
  return [
    "BEGIN:VEVENT",
    `UID:${uid}`,
    `DTSTAMP:${stamp.toISOString().replace(/\.\d+/, "").replace(/[-:]/g, "")}`,
    `DTSTART;VALUE=DATE:${dateOf(day)}`,
    `DTEND;VALUE=DATE:${dateOf(next.toISOString())}`,
    `SUMMARY:${escaped(words.summary)}`,
    `DESCRIPTION:${escaped(words.description)}`,
    "CLASS:PRIVATE",
    "TRANSP:TRANSPARENT",
    "END:VEVENT",
  ];
}

function dateOf(day: string): string {
  return day.slice(0, 10).replace(/-/g, "");
}

/** RFC 5545 §3.3.11. */
function escaped(text: string): string {
  return text.replace(/[\\;,]/g, "\\$&").replace(/\r?\n/g, "\\n");
}

/** RFC 5545 §3.1: at most 75 octets a line, further ones begin with a space. No letter is cut in two. */
function folded(line: string): string {
  const lines = [""];
  let octets = 0;
  for (const letter of line) {
    const length = new TextEncoder().encode(letter).length;
    if (octets + length > 75) {
      lines.push("");
      octets = 1; // the space
    }
    lines[lines.length - 1] += letter;
    octets += length;
  }
  return lines.join("\r\n ");
}

/** A UUID of version 4 (RFC 9562). `crypto.randomUUID` is missing on pages without a secure connection. */
export function randomId(): string {
  const bytes = [...crypto.getRandomValues(new Uint8Array(16))];
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = bytes.map((byte) => byte.toString(16).padStart(2, "0")).join("");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}
