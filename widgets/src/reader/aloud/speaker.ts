/** Says one sentence after the other, and always knows which. */
import type { Sentence } from "./passages";
import type { Engine } from "./voices";

/** `failed`: the voice said that it cannot. */
export type Speech = "speaking" | "paused" | "failed" | "ended";

export interface Manner {
  voice: SpeechSynthesisVoice | null;
  speed: number;
}

/** Milliseconds after which it is looked whether a voice that has not said it is done still speaks. */
const LOOK = 4000;

/**
 * A pause is the end of the sentence that is being said, which is begun again afterwards: the engine's own pause stops some
 * phones for good, and others go silent when it lasts.
 */
export class Speaker {
  at: number;
  state: Speech = "paused";
  /** What is being said; kept here, because some browsers forget a sentence that nobody holds, and never say that it ended. */
  private current: SpeechSynthesisUtterance | null = null;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly engine: Engine,
    private readonly sentences: Sentence[],
    private readonly manner: () => Manner,
    /** Called after every change of the sentence or the state. */
    private readonly changed: () => void,
    from = 0,
  ) {
    this.at = from;
  }

  get sentence(): Sentence | undefined {
    return this.sentences[this.at];
  }

  goOn(): void {
    this.hush();
    const { sentence } = this;
    if (!sentence) {
      this.become("ended");
      return;
    }
    const { voice, speed } = this.manner();
    const said = new SpeechSynthesisUtterance(sentence.words);
    said.voice = voice;
    if (voice) said.lang = voice.lang;
    said.rate = speed;
    // What belongs to a sentence that was broken off comes late, and is no news.
    said.onend = () => this.current === said && this.next();
    said.onerror = () => this.current === said && this.fail();
    this.current = said;
    this.engine.speak(said);
    this.watch(said);
    this.become("speaking");
  }

  pause(): void {
    this.hush();
    this.become("paused");
  }

  /** To another sentence: it is said at once where something was being said. */
  to(at: number): void {
    this.at = Math.max(0, Math.min(at, this.sentences.length - 1));
    if (this.state === "speaking") this.goOn();
    else this.become("paused");
  }

  /** With another voice or at another speed. */
  again(): void {
    if (this.state === "speaking") this.goOn();
  }

  stop(): void {
    this.hush();
    this.become("ended");
  }

  private next(): void {
    this.at += 1;
    this.goOn();
  }

  private fail(): void {
    this.hush();
    this.become("failed");
  }

  private hush(): void {
    this.current = null;
    clearTimeout(this.timer);
    this.engine.cancel();
  }

  /** Some voices forget to say that they are done. */
  private watch(said: SpeechSynthesisUtterance): void {
    this.timer = setTimeout(() => {
      if (this.current !== said) return;
      if (this.engine.speaking) this.watch(said);
      else this.next();
    }, LOOK);
  }

  private become(state: Speech): void {
    this.state = state;
    this.changed();
  }
}
