/** Erasing everything erases the guide's offline copy too, of which the service worker takes care. */

/** Forget what was kept for reading offline below this address. Elsewhere on the same host nothing is touched. */
export async function forgetOffline(root: string): Promise<void> {
  try {
    const workers = (await navigator.serviceWorker?.getRegistrations()) ?? [];
    await Promise.all(workers.filter(({ scope }) => scope.startsWith(root)).map((worker) => worker.unregister()));
    const names = "caches" in window ? await caches.keys() : [];
    await Promise.all(names.filter((name) => name.includes(root)).map((name) => caches.delete(name)));
  } catch (problem) {
    // A browser that forbids storage throws here; then there was nothing to forget.
    console.error(problem);
  }
}
