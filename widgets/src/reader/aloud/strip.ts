/** The strip from which reading aloud is led: back, pause, forward, stop; speed, voice, and from where. */
import { element } from "../../draw";
import { type Site, say } from "../site";

export const SPEEDS = [0.7, 0.8, 0.9, 1, 1.1, 1.2, 1.3, 1.4, 1.5];

export interface Acts {
  back(): void;
  /** Pause, or go on. */
  turn(): void;
  forward(): void;
  stop(): void;
  here(): void;
  speed(speed: number): void;
  voice(name: string): void;
}

export interface Shown {
  speed: number;
  voice: string;
  voices: string[];
}

const ICONS = {
  back: "M18 6l-9 6 9 6zM6 6v12",
  pause: "M8 5v14M16 5v14",
  goOn: "M8 5l11 7-11 7z",
  forward: "M6 6l9 6-9 6zM18 6v12",
  stop: "M6 6h12v12H6z",
  more: "M4 8h7m5 0h4M13.5 5.5v5M4 16h3m5 0h8M9.5 13.5v5",
  here: "M5 6h14M5 11h8M5 16h5M16 12v8m-3-3l3 3 3-3",
};

export class Strip {
  readonly el: HTMLElement;
  private readonly turn: HTMLButtonElement;
  private readonly status = element("p", { class: "pb-aloud-said", role: "status" });
  private readonly sizes: ResizeObserver | null;

  constructor(
    private readonly page: Document,
    private readonly site: Site,
    acts: Acts,
    shown: Shown,
  ) {
    this.el = element("section", { class: "pb-aloud", "aria-label": say(site, "aloud_strip") });
    const [main, more] = [element("div", { class: "pb-aloud-main" }), element("div", { class: "pb-aloud-more" })];
    more.id = "pb-aloud-more";
    this.turn = this.button("pause", "aloud_pause", acts.turn, true);
    main.append(
      this.button("back", "aloud_back", acts.back),
      this.turn,
      this.button("forward", "aloud_forward", acts.forward),
      this.button("stop", "aloud_stop", acts.stop, true),
      this.opener(),
    );
    more.append(this.speeds(acts, shown.speed));
    if (shown.voices.length > 1) more.append(this.voices(acts, shown));
    more.append(this.button("here", "aloud_from_here", acts.here, true));
    this.el.append(main, more, this.status);
    this.sizes = "ResizeObserver" in globalThis ? new ResizeObserver(() => this.makeRoom()) : null;
  }

  /** Show it, with the focus on what pauses. */
  open(): void {
    this.page.querySelector(".pb-notice, .pb-bar")?.after(this.el);
    this.page.documentElement.dataset.aloud = "";
    this.makeRoom();
    this.sizes?.observe(this.el);
    this.turn.focus({ preventScroll: true });
  }

  close(): void {
    this.sizes?.disconnect();
    this.el.remove();
    delete this.page.documentElement.dataset.aloud;
    this.page.documentElement.style.removeProperty("--pb-strip");
  }

  /** What the button does now, and what there is to say about it. */
  show(isSpeaking: boolean, said: string): void {
    const [icon, label] = isSpeaking ? (["pause", "aloud_pause"] as const) : (["goOn", "aloud_go_on"] as const);
    this.turn.replaceChildren(drawing(icon), element("span", {}, say(this.site, label)));
    if (this.status.textContent !== said) this.status.textContent = said;
  }

  /** The page ends above the strip, and what has the focus does too. */
  private makeRoom(): void {
    this.page.documentElement.style.setProperty("--pb-strip", `${this.el.offsetHeight}px`);
  }

  /** On small screens speed and voice are out of the way until they are wanted. */
  private opener(): HTMLButtonElement {
    const opener = this.button("more", "aloud_more", () => {
      const isOpen = this.el.toggleAttribute("data-more");
      opener.setAttribute("aria-expanded", String(isOpen));
    });
    opener.classList.add("pb-aloud-opener");
    opener.setAttribute("aria-expanded", "false");
    opener.setAttribute("aria-controls", "pb-aloud-more");
    return opener;
  }

  private button(icon: keyof typeof ICONS, label: string, act: () => void, hasWords = false): HTMLButtonElement {
    const words = say(this.site, label);
    const button = element("button", { type: "button", class: "pb-aloud-button" });
    button.append(drawing(icon));
    if (hasWords) button.append(element("span", {}, words));
    else {
      button.setAttribute("aria-label", words);
      button.title = words;
    }
    button.addEventListener("click", act);
    return button;
  }

  private speeds(acts: Acts, now: number): HTMLElement {
    const write = new Intl.NumberFormat(this.site.language).format;
    const name = (speed: number) =>
      say(this.site, speed === 1 ? "aloud_speed_normal" : "aloud_speed_of", { speed: write(speed) });
    const choices = SPEEDS.map((speed) => ({ value: String(speed), text: name(speed) }));
    return this.menu("aloud_speed", choices, String(now), (value) => acts.speed(Number(value)));
  }

  private voices(acts: Acts, { voice, voices }: Shown): HTMLElement {
    const choices = voices.map((name) => ({ value: name, text: name }));
    return this.menu("aloud_voice", choices, voice, acts.voice);
  }

  private menu(
    label: string,
    choices: { value: string; text: string }[],
    now: string,
    act: (value: string) => void,
  ): HTMLElement {
    const box = element("label", { class: "pb-aloud-choice" });
    const menu = element("select", { autocomplete: "off" });
    for (const { value, text } of choices) menu.append(element("option", { value }, text));
    menu.value = now;
    menu.addEventListener("change", () => act(menu.value));
    box.append(element("span", {}, say(this.site, label)), menu);
    return box;
  }
}

function drawing(name: keyof typeof ICONS): SVGElement {
  const made = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  made.setAttribute("viewBox", "0 0 24 24");
  made.setAttribute("aria-hidden", "true");
  const path = document.createElementNS("http://www.w3.org/2000/svg", "path");
  path.setAttribute("d", ICONS[name]);
  made.append(path);
  return made;
}
