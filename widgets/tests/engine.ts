/** A browser's speech engine, which a test's browser lacks: it says a sentence until it is told to end it. */
import type { Engine } from "../src/reader/aloud/voices";

export class Utterance {
  voice: SpeechSynthesisVoice | null = null;
  lang = "";
  rate = 1;
  onend: (() => void) | null = null;
  onerror: (() => void) | null = null;
  constructor(readonly text: string) {}
}

export class Voices extends EventTarget implements Engine {
  readonly said: Utterance[] = [];
  private current: Utterance | null = null;

  constructor(public voices: SpeechSynthesisVoice[] = [voice("Ada")]) {
    super();
  }

  get speaking() {
    return this.current !== null;
  }
  get words() {
    return this.said.map(({ text }) => text);
  }
  get last() {
    return this.said[this.said.length - 1];
  }
  getVoices = () => this.voices;
  speak(utterance: SpeechSynthesisUtterance) {
    if (this.current) throw new Error("It says something already");
    this.current = utterance as unknown as Utterance;
    this.said.push(this.current);
  }
  /** What was being said is told only afterwards that it was broken off. */
  cancel() {
    const broken = this.current;
    this.current = null;
    if (broken) queueMicrotask(() => broken.onerror?.());
  }
  end() {
    this.over()?.onend?.();
  }
  fail() {
    this.over()?.onerror?.();
  }
  /** It falls silent, and tells nobody. */
  forget() {
    this.over();
  }

  private over(): Utterance | null {
    const over = this.current;
    this.current = null;
    return over;
  }
}

export function voice(name: string, change: Partial<SpeechSynthesisVoice> = {}): SpeechSynthesisVoice {
  return { name, lang: "en-GB", localService: true, default: false, voiceURI: name, ...change };
}
