/*! With Workbox (workbox-precaching and what it needs), copyright 2018 Google LLC, MIT licence. */
/** The service worker: keeps the whole guide on the device, after the reader said yes. */
import { setCacheNameDetails } from "workbox-core/setCacheNameDetails.js";
import type { PrecacheEntry } from "workbox-precaching/_types.js";
import { PrecacheController } from "workbox-precaching/PrecacheController.js";

/** What Python says of the site (`patientbook.pages.offline`). Addresses are relative to this script's. */
interface Guide {
  /** Every file to keep; none where the guide may not be kept any longer. */
  files: PrecacheEntry[];
  /** The page that the root leads to. */
  home: string;
  /** The page shown, without a network, in place of one that was not kept. */
  away: string;
  /** What stands in that page for the address at which the site starts. */
  base: string;
}

declare const self: ServiceWorkerGlobalScope & { __GUIDE: Guide };

/** What pages ask for (`reader/copy.ts`). */
const WISHES: Record<string, (event: ExtendableMessageEvent) => Promise<unknown>> = {
  show: () => self.skipWaiting(),
  // Workbox puts what is missing where it belongs, and leaves alone what is there.
  fill: (event) => {
    const install = {
      type: "install",
      waitUntil: (work: Promise<unknown>) => event.waitUntil(work.catch(() => undefined)),
    };
    return keep(install).then(
      () => reply(event, "whole"),
      () => reply(event, "part"),
    );
  },
  count: async (event) => reply(event, (await missing()).length ? "part" : "whole"),
  forget,
};

const guide = self.__GUIDE;
const root = new URL("./", location.href);
setCacheNameDetails({ prefix: "patientbook" });
let isForgotten = false;
/** Workbox ends an installation when a file may not be kept. */
const mayKeep = { cacheWillUpdate: async ({ response }: { response: Response }) => (may(response) ? response : null) };
const copy = new PrecacheController({ plugins: [mayKeep] });
copy.addToCacheList(guide.files);
const files = new Map(copy.getCachedURLs().map((address) => [pathOf(new URL(address)), address]));
let keeping: Promise<unknown> = Promise.resolve();

if (guide.files.length) {
  self.addEventListener("install", (event) => event.waitUntil(keep(event)));
  self.addEventListener("activate", (event) => event.waitUntil(copy.activate(event).then(() => self.clients.claim())));
  self.addEventListener("fetch", answer);
  self.addEventListener("message", (event) => event.waitUntil(WISHES[event.data]?.(event) ?? Promise.resolve()));
} else {
  self.addEventListener("install", (event) => event.waitUntil(self.skipWaiting()));
  self.addEventListener("activate", (event) => event.waitUntil(forget().then(() => self.registration.unregister())));
}

/** Keep what is not kept yet. What is there stays there when this ends early, and the next try goes on from it. */
function keep(event: Pick<ExtendableEvent, "type" | "waitUntil">): Promise<unknown> {
  isForgotten = false;
  keeping = copy.install(event as ExtendableEvent).catch(async (problem: unknown) => {
    const isFull = problem instanceof Error && problem.name === "QuotaExceededError";
    const pages = await self.clients.matchAll({ type: "window", includeUncontrolled: true });
    for (const page of pages) page.postMessage(isFull ? "full" : "part");
    throw problem;
  });
  return keeping;
}

function reply(event: ExtendableMessageEvent, copy: "part" | "whole"): void {
  event.ports[0]?.postMessage(copy);
}

/** Keep nothing any more, also not what is on its way. */
async function forget(): Promise<void> {
  isForgotten = true;
  await keeping.catch(() => undefined);
  await caches.delete(copy.strategy.cacheName);
}

async function missing(): Promise<string[]> {
  const there = await (await caches.open(copy.strategy.cacheName)).keys();
  const kept = new Set(there.map(({ url }) => url));
  return [...copy.getURLsToCacheKeys().values()].filter((key) => !kept.has(key));
}

/** Pages and files that are kept are answered from here; everything else is the network's, such as pages that compute. */
function answer(event: FetchEvent): void {
  const { request } = event;
  const address = new URL(request.url);
  const isPage = request.mode === "navigate";
  if (request.method !== "GET" || address.origin !== root.origin) return;
  const path = pathOf(address);
  const file = files.get(path);
  const other = isPage && !file ? otherName(path) : undefined;
  if (file) event.respondWith(kept(file, event, isPage));
  else if (other) event.respondWith(Response.redirect(other + address.search));
  else if (isPage) event.respondWith(fetch(request).catch(away));
}

async function kept(file: string, event: FetchEvent, isPage: boolean): Promise<Response> {
  try {
    return await copy.createHandlerBoundToURL(file)({ event, request: event.request, url: new URL(file) });
  } catch (problem) {
    if (isPage) return away();
    throw problem;
  }
}

/** The file that the server leads this path to: the root to the start page, a folder to its index, a name to its page. */
function otherName(path: string | null): string | undefined {
  if (path === "") return new URL(guide.home, root).href;
  return files.get(`${path?.replace(/\/$/, "")}/index.html`) ?? files.get(`${path}.html`);
}

async function away(): Promise<Response> {
  const page = await copy.matchPrecache(guide.away);
  if (!page) return Response.error();
  const text = (await page.text()).split(guide.base).join(root.pathname);
  const headers = new Headers(page.headers);
  for (const name of ["Content-Encoding", "Content-Length", "ETag"]) headers.delete(name);
  return new Response(text, { status: 503, statusText: "Offline", headers });
}

/** The path below the root, decoded, so that the same file is found however its address is written. */
function pathOf(address: URL): string | null {
  if (!address.pathname.startsWith(root.pathname)) return null;
  try {
    return decodeURIComponent(address.pathname.slice(root.pathname.length));
  } catch {
    return null; // a per cent sign that stands for nothing: no file of ours
  }
}

function may(response: Response): boolean {
  return response.ok && !isForgotten;
}
