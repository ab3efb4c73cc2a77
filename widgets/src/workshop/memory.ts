/** What a phone keeps of a room until the room is over: own answers, and which of them are still to be sent. */
import type { Sent } from "./facts";

export interface Kept extends Sent {
  /** `waiting`: not known to be stored. `late`: the server refused it, because answers were closed. */
  is: "waiting" | "stored" | "late";
}

const PREFIX = "patientbook-room:";

/** The room's answers on this device, in the open page alone where nothing may be stored. */
export class Memory {
  private kept: Kept[];
  private readonly key: string;

  constructor(
    room: string,
    private readonly storage: Storage | null,
  ) {
    this.key = `${PREFIX}${room}`;
    this.kept = this.read();
  }

  /** The latest answer to a question in a round. */
  of(step: string, question: string, round: number): Kept | null {
    return this.kept.find((each) => isSame(each, { step, question, round })) ?? null;
  }

  all(): readonly Kept[] {
    return this.kept;
  }

  waiting(): Kept[] {
    return this.kept.filter((each) => each.is === "waiting");
  }

  nextSequence(): number {
    return 1 + Math.max(0, ...this.kept.map((each) => each.sequence));
  }

  /** Of two answers to the same question the later one stays. */
  put(answer: Kept): void {
    const before = this.kept.find((each) => isSame(each, answer));
    if (before && before.sequence > answer.sequence) return;
    if (before?.sequence === answer.sequence && before.is !== "waiting") return;
    this.kept = [...this.kept.filter((each) => each !== before), answer];
    this.write();
  }

  /** Forget everything: the room is over. */
  remove(): void {
    try {
      this.storage?.removeItem(this.key);
    } catch {
      // What cannot be reached cannot be removed; the browser keeps nothing for us then.
    }
  }

  private read(): Kept[] {
    try {
      const found: unknown = JSON.parse(this.storage?.getItem(this.key) ?? "[]");
      return Array.isArray(found) ? found.filter(isKept) : [];
    } catch {
      return [];
    }
  }

  private write(): void {
    try {
      this.storage?.setItem(this.key, JSON.stringify(this.kept));
    } catch {
      // Full or blocked: the open page has it.
    }
  }
}

/** This browser's storage; null where it may not be used, or is shared by many people. */
export function storageOf(page: Document): Storage | null {
  if (page.documentElement.dataset.keep === "shared") return null;
  try {
    return window.localStorage;
  } catch {
    return null;
  }
}

type Which = Pick<Sent, "step" | "question" | "round">;

export function isSame(one: Which, other: Which): boolean {
  return one.step === other.step && one.question === other.question && one.round === other.round;
}

function isKept(value: unknown): value is Kept {
  const each = value as Partial<Kept> | null;
  return (
    typeof each?.step === "string" &&
    typeof each.question === "string" &&
    typeof each.round === "number" &&
    typeof each.sequence === "number" &&
    (each.is === "waiting" || each.is === "stored" || each.is === "late")
  );
}
