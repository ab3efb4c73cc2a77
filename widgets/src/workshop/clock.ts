/** The time that is left, by the server's clock: it is written anew each second in its place. */
import type { Words } from "../words";
import type { RoomState } from "./state";

const running = new WeakMap<Element, ReturnType<typeof setInterval>>();

export function clockOf(place: Element | null, state: RoomState, words: Words): void {
  if (!place) return;
  clearInterval(running.get(place));
  if (!state.timerEnds) {
    place.textContent = "";
    return;
  }
  const ends = performance.now() + Date.parse(state.timerEnds) - Date.parse(state.now);
  const tick = () => {
    const left = Math.ceil((ends - performance.now()) / 1000);
    if (left <= 0 || !place.isConnected) clearInterval(running.get(place));
    const text = left > 0 ? words.say("timer_left", { time: asTime(left) }) : words.say("timer_over");
    if (place.textContent !== text) place.textContent = text;
  };
  running.set(place, setInterval(tick, 1000));
  tick();
}

export function asTime(seconds: number): string {
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}
