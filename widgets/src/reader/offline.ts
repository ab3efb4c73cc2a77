/** Reading without a network: keeps a copy of the guide after the reader's yes, and changes over to a newer one. */
import { copyAt, fill, forgetOffline, registrationAt, rootOf, workersOf } from "./copy";
import type { Keep, KeepState } from "./keep/keep";
import { type News, newsIn } from "./news";
import { type Site, say } from "./site";

/** Without a yes there is no copy. In the other states there was one, and what is kept stays. */
const NO: KeepState[] = ["ask", "no", "shared"];
const HOUR = 3_600_000;

/** Follow what the reader says about keeping things, here and in other tabs. */
export function startOffline(page: Document, site: Site, keep: Keep): void {
  const workers = workersOf(page);
  if (!site.worker) return;
  if (!workers) {
    showCopy(page, site, "offline_never");
    return;
  }
  const copy = new OfflineCopy(page, site, keep, workers);
  let isKept: boolean | null = null;
  let work = Promise.resolve();
  const follow = () => {
    const before = isKept;
    if (keep.state === "yes") isKept = true;
    else if (NO.includes(keep.state)) isKept = false;
    if (isKept === before) return;
    const next = isKept ? () => copy.keepIt(before === false) : () => copy.forget(before === null);
    work = work.then(next).catch((problem) => console.error(problem));
  };
  const start = () => {
    follow();
    keep.watch(follow);
  };
  // What the page itself loads comes first.
  if (page.readyState === "complete") start();
  else window.addEventListener("load", start, { once: true });
}

class OfflineCopy {
  private readonly root: string;
  private registration: ServiceWorkerRegistration | null = null;
  private news: News | null = null;
  /** The reader has just agreed on this page, and is waiting to hear how it went. */
  private isAwaited = false;
  private isControlled: boolean;
  private isLeaving = false;
  private readonly watched = new WeakSet<ServiceWorker>();
  private looked = 0;

  constructor(
    private readonly page: Document,
    private readonly site: Site,
    private readonly keep: Keep,
    private readonly workers: ServiceWorkerContainer,
  ) {
    this.root = rootOf(page, site);
    this.isControlled = workers.controller !== null;
    workers.addEventListener("controllerchange", () => this.changed());
    workers.addEventListener("message", ({ data }) => this.failed(data));
    page.addEventListener("visibilitychange", () => this.look());
  }

  /** Ask for the copy, or for what is missing of it. Without a network it is asked for again at the next page. */
  async keepIt(isAwaited: boolean): Promise<void> {
    this.isAwaited = isAwaited;
    this.news ??= newsIn(this.page);
    if (isAwaited || matchMedia("(display-mode: standalone)").matches) askForStay();
    try {
      const address = new URL(this.site.worker ?? "", this.root);
      const before = await registrationAt(this.root, this.workers);
      const hadCopy = Boolean(before?.active);
      this.registration = await this.workers.register(address, { scope: this.root, updateViaCache: "none" });
      this.follow(this.registration, hadCopy);
      await this.complete(this.registration.active);
      if (this.isControlled) this.look();
    } catch {
      await this.show(); // no network, or a browser that lets a page keep nothing
    }
  }

  async forget(isFirst: boolean): Promise<void> {
    if (isFirst && !(await registrationAt(this.root, this.workers))) return;
    await forgetOffline(this.root);
    this.registration = null;
    this.news?.hide();
    await this.show();
  }

  /** A worker may be further than what is told of it: on a busy device it is asked where it is, too. */
  private follow(registration: ServiceWorkerRegistration, hadCopy: boolean): void {
    const newest = () => registration.installing ?? registration.waiting;
    this.watch(newest() ?? (hadCopy ? null : registration.active), hadCopy);
    registration.addEventListener("updatefound", () => this.watch(newest(), registration.active !== null));
  }

  private watch(worker: ServiceWorker | null, isNewer: boolean): void {
    if (!worker || this.watched.has(worker)) return;
    this.watched.add(worker);
    const look = () => {
      if (worker.state === "installed" && isNewer) this.announce();
      if (worker.state === "activated" && !isNewer) this.isThere();
      if (worker.state === "redundant") this.show();
    };
    worker.addEventListener("statechange", look);
    look();
  }

  /** What the browser cleared away, or what was forgotten and is wanted again, is got anew. */
  private async complete(worker: ServiceWorker | null): Promise<void> {
    const copy = await this.show();
    if (worker && copy === "part" && (await fill(worker)) === "whole") await this.isThere();
  }

  private async isThere(): Promise<void> {
    if ((await this.show()) === "whole") this.tell("offline_ready");
  }

  /** Let the page know how much is there: notices say so, and My pages. */
  private async show(): Promise<string> {
    const copy = await copyAt(this.root, this.workers);
    this.page.documentElement.dataset.copy = copy;
    showCopy(this.page, this.site, copy === "none" ? "" : `offline_${copy}`);
    return copy;
  }

  /** The copy could not be made whole. Only somebody who waits for it, or looks after it, is told. */
  private failed(how: unknown): void {
    if (how === "full" && (this.isAwaited || this.site.kind === "my-pages")) this.tell("offline_full");
  }

  private announce(): void {
    this.tell("newer", { label: "newer_show", act: () => this.changeOver() });
  }

  private changeOver(): void {
    const loss = this.loss();
    if (loss) this.tell(loss, { label: "newer_anyway", act: () => this.go() });
    else this.go();
  }

  private go(): void {
    this.isLeaving = true;
    const waiting = this.registration?.waiting;
    if (waiting) waiting.postMessage("show");
    else this.page.location.reload();
  }

  /** Another version answers now, because the reader asked for it here or in another tab. */
  private changed(): void {
    const wasControlled = this.isControlled;
    this.isControlled = true;
    if (!wasControlled || !this.registration) return;
    const loss = this.isLeaving ? null : this.loss();
    this.registration = null; // so that the page is loaded anew once
    if (loss) this.tell(loss, { label: "newer_anyway", act: () => this.page.location.reload() });
    else this.page.location.reload();
  }

  /** What would be lost by loading the page anew. */
  private loss(): string | null {
    if (this.keep.state !== "yes") return "newer_unkept";
    const fields = this.page.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>(
      "form textarea, form [type=text]",
    );
    return [...fields].some(({ value, defaultValue }) => value !== defaultValue) ? "newer_typed" : null;
  }

  /** See whether there is a newer version. An app on a phone is woken again and again without ever opening a page. */
  private look(): void {
    const isIdle = this.page.visibilityState === "hidden" || !navigator.onLine || Date.now() - this.looked < HOUR;
    if (isIdle || !this.registration) return;
    this.looked = Date.now();
    this.registration.update().catch(() => undefined); // the server is gone, and another time will do
  }

  private tell(text: string, way?: { label: string; act: () => void }): void {
    const leave = { label: say(this.site, way ? "newer_later" : "news_close"), act: () => this.news?.hide() };
    const ways = way ? [{ ...way, label: say(this.site, way.label) }, leave] : [leave];
    this.news?.tell(say(this.site, text), ways);
  }
}

/** Ask the browser not to clear away what is kept when room gets short. */
function askForStay(): void {
  navigator.storage?.persist?.().catch(() => undefined); // it may say no, and need not say why
}

function showCopy(page: Document, site: Site, word: string): void {
  for (const slot of page.querySelectorAll("[data-copy-state]")) {
    const text = word && say(site, word);
    if (slot.textContent !== text) slot.textContent = text;
  }
}
