/** Follows a room: an event stream, and where there is none, asking again and again. Comes back by itself. */

export type Link = "there" | "lost";

export interface Ways {
  events: string;
  state: string;
  /** The whole state each time; nothing is missed when some are. */
  onState(state: unknown): void;
  onLink(link: Link): void;
}

/** Milliseconds. */
const SILENCE = 40_000;
const SOONEST = 500;
const LATEST = 15_000;
const BETWEEN_LOOKS = 4_000;
/** After so many streams in a row that brought nothing, something on the way does not let streams through. */
const TRIES = 3;
/** The first time it may be back within a second: that need not be told. */
const UNTOLD = 2;

/** What the browser gives us, so that a test can give it too. */
export interface Means {
  open: ((address: string) => EventSource) | null;
  fetch: typeof fetch;
  random: () => number;
}

const BROWSER: Means = {
  open: "EventSource" in globalThis ? (address) => new EventSource(address) : null,
  fetch: (...given) => fetch(...given),
  random: Math.random,
};

export class Follower {
  private source: EventSource | null = null;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private silence: ReturnType<typeof setTimeout> | undefined;
  private failures = 0;
  private looks = 0;
  private link: Link = "there";
  private isEnded = false;

  constructor(
    private readonly ways: Ways,
    private readonly means: Means = BROWSER,
  ) {
    addEventListener("online", this.comeBack);
    addEventListener("offline", this.notice);
    addEventListener("pageshow", this.comeBack);
    document.addEventListener("visibilitychange", this.wake);
    this.follow();
  }

  end(): void {
    this.isEnded = true;
    this.stop();
    removeEventListener("online", this.comeBack);
    removeEventListener("offline", this.notice);
    removeEventListener("pageshow", this.comeBack);
    document.removeEventListener("visibilitychange", this.wake);
  }

  /** Begin anew at once: the browser says that there is a connection again, or a sent answer met a newer state. */
  readonly comeBack = (): void => {
    if (this.isEnded) return;
    this.stop();
    this.follow();
  };

  /** A phone that was asleep may hold a stream that is long dead. */
  private readonly wake = (): void => {
    if (document.visibilityState === "visible" && (this.link === "lost" || !this.source)) this.comeBack();
  };

  private readonly notice = (): void => this.tell("lost");

  private follow(): void {
    if (!this.means.open || this.failures >= TRIES) {
      void this.look();
      return;
    }
    const source = this.means.open(this.ways.events);
    this.source = source;
    const hear = (event: Event) => this.hear(event as MessageEvent<string>);
    for (const name of ["message", "state"]) source.addEventListener(name, hear);
    source.addEventListener("beat", () => this.listenOn());
    source.addEventListener("error", () => this.retry());
    this.listenOn();
  }

  private hear(event: MessageEvent<string>): void {
    this.failures = 0;
    this.listenOn();
    this.tell("there");
    this.ways.onState(JSON.parse(event.data));
  }

  private listenOn(): void {
    clearTimeout(this.silence);
    this.silence = setTimeout(() => this.retry(), SILENCE);
  }

  /** The browser's own way of coming back is the same for a thousand phones at once; ours is different for each. */
  private retry(): void {
    this.stop();
    this.failures += 1;
    if (this.failures >= UNTOLD) this.tell("lost");
    this.timer = setTimeout(() => this.follow(), this.wait());
  }

  private wait(): number {
    const most = Math.min(LATEST, SOONEST * 2 ** Math.min(this.failures, 6));
    return SOONEST + this.means.random() * most;
  }

  /** Ask for the state once. Every few times a stream is tried again. */
  private async look(): Promise<void> {
    this.looks += 1;
    try {
      const answer = await this.means.fetch(this.ways.state, { cache: "no-store" });
      if (!answer.ok) throw new Error(String(answer.status));
      const state: unknown = await answer.json();
      if (this.isEnded) return;
      if (this.looks % 5 === 0) this.failures = 0;
      this.tell("there");
      this.ways.onState(state);
      this.timer = setTimeout(() => this.follow(), BETWEEN_LOOKS * (0.75 + this.means.random() / 2));
    } catch {
      if (this.isEnded) return;
      this.failures += 1;
      this.tell("lost");
      this.timer = setTimeout(() => this.follow(), this.wait());
    }
  }

  private tell(link: Link): void {
    if (this.link === link) return;
    this.link = link;
    this.ways.onLink(link);
  }

  private stop(): void {
    this.source?.close();
    this.source = null;
    clearTimeout(this.timer);
    clearTimeout(this.silence);
  }
}
