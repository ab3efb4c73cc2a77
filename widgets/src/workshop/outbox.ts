/** Sends answers until the server names each as stored or refused. Sending one twice does no harm: the server counts it once. */
import type { Sent } from "./facts";
import { isSame, type Kept, type Memory } from "./memory";

/** Milliseconds between two tries while the server cannot be reached. */
const SOONEST = 1_500;
const LATEST = 20_000;

interface Reply {
  stored?: Sent[];
  refused?: (Sent & { why: string })[];
}

export interface Means {
  fetch: typeof fetch;
  random: () => number;
}

export class Outbox {
  private isSending = false;
  private failures = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly address: string,
    private readonly memory: Memory,
    /** Something has become stored, late, or known to wait longer. */
    private readonly onChange: () => void,
    private readonly means: Means = { fetch: (...given) => fetch(...given), random: Math.random },
  ) {}

  /** Whether the last try did not reach the server. */
  get isHeldUp(): boolean {
    return this.failures > 0;
  }

  give(answer: Omit<Sent, "sequence">): void {
    this.memory.put({ ...answer, sequence: this.memory.nextSequence(), is: "waiting" });
    this.onChange();
    void this.send();
  }

  /** Send what waits, now. */
  async send(): Promise<void> {
    clearTimeout(this.timer);
    const answers = this.memory.waiting().map(asSent);
    if (this.isSending || !answers.length) return;
    this.isSending = true;
    const isReached = await this.post(answers);
    this.isSending = false;
    this.failures = isReached ? 0 : this.failures + 1;
    this.onChange();
    if (!this.memory.waiting().length) return;
    this.timer = setTimeout(() => void this.send(), isReached ? SOONEST : this.wait());
  }

  private async post(answers: Sent[]): Promise<boolean> {
    try {
      const reply = await this.means.fetch(this.address, {
        method: "POST",
        headers: { "Content-Type": "application/json", Accept: "application/json" },
        body: JSON.stringify({ answers }),
      });
      // A server that is there and refuses the whole does so for good only when it says what it thinks of the answers.
      if (!reply.ok && reply.status !== 410 && reply.status !== 404) return false;
      if (!reply.ok) this.settle(answers, "late");
      const { stored = [], refused = [] } = (reply.ok ? await reply.json() : {}) as Reply;
      this.settle(stored, "stored");
      this.settle(refused, "late");
      return stored.length + refused.length > 0 || !reply.ok;
    } catch {
      return false;
    }
  }

  private settle(named: Sent[], is: Kept["is"]): void {
    for (const each of named) {
      const kept = this.memory.all().find((one) => isSame(one, each) && one.sequence === each.sequence);
      if (kept) this.memory.put({ ...kept, is });
    }
  }

  private wait(): number {
    return SOONEST + this.means.random() * Math.min(LATEST, SOONEST * 2 ** Math.min(this.failures, 4));
  }
}

function asSent({ step, question, round, answer, confidence, sequence }: Kept): Sent {
  return { step, question, round, answer, confidence, sequence };
}
