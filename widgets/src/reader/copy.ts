/** The guide's copy on the device, for reading without a network. The service worker (`worker.ts`) makes and answers it. */
import type { Site } from "./site";

/** `none`: there is no copy. `part`: not all of it is there yet. */
export type Copy = "none" | "part" | "whole";

/** Seconds after which a worker that says nothing counts as one that has not all. */
const PATIENCE = 10;

/** The browser's service workers; null where a page may have none: file://, plain http from elsewhere, old browsers. */
export function workersOf(page: Document): ServiceWorkerContainer | null {
  return (page.location?.protocol.startsWith("http") && navigator.serviceWorker) || null;
}

/** The address at which the site starts. */
export function rootOf(page: Document, site: Site): string {
  return new URL(site.base || "./", page.baseURI).href;
}

export async function registrationAt(
  root: string,
  workers: ServiceWorkerContainer,
): Promise<ServiceWorkerRegistration | null> {
  const found = await workers.getRegistration(root);
  return found?.scope === root ? found : null; // it may be another guide's, further up
}

/** How much of the guide is on the device. */
export async function copyAt(root: string, workers: ServiceWorkerContainer): Promise<Copy> {
  const registration = await registrationAt(root, workers);
  if (registration?.active) return ask(registration.active, "count", PATIENCE);
  return registration || (await copiesAt(root)).length ? "part" : "none";
}

/** Ask the worker to get what is missing. */
export function fill(worker: ServiceWorker): Promise<Copy> {
  return ask(worker, "fill");
}

/** Remove what was kept below this address for reading offline, and what is on its way. Other guides keep theirs. */
export async function forgetOffline(root: string): Promise<void> {
  try {
    const registration = navigator.serviceWorker && (await registrationAt(root, navigator.serviceWorker));
    for (const name of ["installing", "waiting", "active"] as const) registration?.[name]?.postMessage("forget");
    await registration?.unregister();
    await Promise.all((await copiesAt(root)).map((name) => caches.delete(name)));
  } catch (problem) {
    console.error(problem); // a browser that forbids storage throws here; then there is nothing to forget
  }
}

/** The names of what was kept below this address, as Workbox gives them. */
async function copiesAt(root: string): Promise<string[]> {
  const names = "caches" in globalThis ? await caches.keys() : [];
  return names.filter((name) => name.startsWith("patientbook-") && name.endsWith(`-${root}`));
}

function ask(worker: ServiceWorker, wish: string, seconds = Number.POSITIVE_INFINITY): Promise<Copy> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    if (Number.isFinite(seconds)) setTimeout(() => resolve("part"), 1000 * seconds);
    port1.onmessage = ({ data }) => {
      port1.close();
      resolve(data);
    };
    worker.postMessage(wish, [port2]);
  });
}
