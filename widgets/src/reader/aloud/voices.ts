/** The voices that may read aloud: those on the device itself, in the page's language. A remote one would send the text away. */

/** What of the browser's speech engine is used. Its `pause` is not: phones stop for good at it. */
export type Engine = Pick<
  SpeechSynthesis,
  "getVoices" | "speak" | "cancel" | "speaking" | "addEventListener" | "removeEventListener"
>;

/** The device's own voices for this language, those of its country first. Many browsers have none until some time has passed. */
export function voicesFor(engine: Engine, language: string, country = navigator.language): SpeechSynthesisVoice[] {
  const fitting = engine.getVoices().filter((voice) => voice.localService && languageOf(voice.lang) === language);
  const isNear = (voice: SpeechSynthesisVoice) => tagOf(voice.lang) === tagOf(country);
  return [...fitting.filter(isNear), ...fitting.filter((voice) => !isNear(voice))];
}

/** The voice of this name; else the one that the device prefers; else the first. Null where there is none. */
export function voiceNamed(voices: SpeechSynthesisVoice[], name: string | undefined): SpeechSynthesisVoice | null {
  return voices.find((voice) => voice.name === name) ?? voices.find((voice) => voice.default) ?? voices[0] ?? null;
}

/** Android writes `en_GB`. */
const tagOf = (lang: string) => lang.replace("_", "-").toLowerCase();
const languageOf = (lang: string) => tagOf(lang).split("-")[0];
