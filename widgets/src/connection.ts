/** Notices when the server or the kernel has gone, and says so once, quietly. The text of the page stays readable. */
import { type Loss, tellLoss } from "./notice";

const PATIENCE = 8;
const SOON = 2;
const TRIES = 2;

type Finding = "there" | "gone" | "unknown";
export type Fetch = (url: string, options: RequestInit) => Promise<Response>;

interface Watch {
  loss: Loss;
  look: () => Promise<Finding>;
  /** Seconds between two looks. */
  seconds: number;
  /** How often in a row it must be gone before it is said. */
  tries: number;
}

/** Watch the address in `<meta name="pb-health" content="…" data-seconds="20">`, if there is one. */
export function watchServer(page: Document, fetcher: Fetch = askFor): () => void {
  const look = async (url: string): Promise<Finding> => ((await answerOf(fetcher, url, "HEAD"))?.ok ? "there" : "gone");
  return watchMeta(page, "pb-health", "gone", TRIES, look);
}

/** Watch the kernel in `<meta name="pb-kernel" content="…/api/kernels/<id>">`, if there is one. */
export function watchKernel(page: Document, fetcher: Fetch = askFor): () => void {
  const look = async (url: string): Promise<Finding> => {
    const answer = await answerOf(fetcher, url, "GET");
    if (answer?.status === 404) return "gone";
    if (!answer?.ok) return "unknown";
    const kernel = (await answer.json().catch(() => ({}))) as { execution_state?: string };
    return kernel.execution_state === "dead" ? "gone" : "there";
  };
  return watchMeta(page, "pb-kernel", "kernelGone", 1, look);
}

function watchMeta(
  page: Document,
  name: string,
  loss: Loss,
  tries: number,
  look: (url: string) => Promise<Finding>,
): () => void {
  const meta = page.querySelector<HTMLMetaElement>(`meta[name="${name}"]`);
  if (!meta?.content) return () => undefined;
  const seconds = Number(meta.dataset.seconds) || 20;
  return watch(page, { loss, tries, seconds, look: () => look(meta.content) });
}

function watch(page: Document, { loss, look, seconds, tries }: Watch): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let failures = 0;
  let isLooking = false;
  const lookNow = async () => {
    if (isLooking || page.visibilityState === "hidden") return;
    isLooking = true;
    clearTimeout(timer);
    const finding = await look();
    isLooking = false;
    if (finding !== "unknown") failures = finding === "gone" ? failures + 1 : 0;
    if (failures === 0 || failures >= tries) tellLoss(page, loss, failures > 0);
    timer = setTimeout(lookNow, 1000 * (failures > 0 && failures < tries ? Math.min(SOON, seconds) : seconds));
  };
  const signs = [
    [window, "offline"],
    [window, "online"],
    [page, "visibilitychange"],
  ] as const;
  for (const [target, event] of signs) target.addEventListener(event, lookNow);
  timer = setTimeout(lookNow, 1000 * seconds);
  return () => {
    clearTimeout(timer);
    for (const [target, event] of signs) target.removeEventListener(event, lookNow);
  };
}

/** The server's answer, or null when there is none in time. */
async function answerOf(fetcher: Fetch, url: string, method: string): Promise<Response | null> {
  const patience = new AbortController();
  const timer = setTimeout(() => patience.abort(), 1000 * PATIENCE);
  try {
    return await fetcher(url, { method, cache: "no-store", signal: patience.signal });
  } catch {
    return null;
  } finally {
    clearTimeout(timer);
  }
}

function askFor(url: string, options: RequestInit): Promise<Response> {
  return fetch(url, options);
}
