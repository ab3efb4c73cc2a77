/** Notices when the server or the kernel has gone, and says so once, quietly. The text of the page stays readable. */
import { isKept, type Loss, tellLoss } from "./notice";

const PATIENCE = 8;
const SOON = 2;
const TRIES = 2;
const USUAL = 20;

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

/**
 * Watch the address in `<meta name="pb-health" content="…" data-seconds="20">`. Where there is none, as on a site of files,
 * the browser's own word counts; a page in a folder on the device needs no connection.
 */
export function watchServer(page: Document, fetcher: Fetch = askFor): () => void {
  if (!page.querySelector("meta[name=pb-health]") && page.location?.protocol.startsWith("http")) {
    const look = async (): Promise<Finding> => (navigator.onLine ? "there" : "gone");
    return watch(page, { loss: "gone", look, seconds: USUAL, tries: 1 });
  }
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
  const seconds = Number(meta.dataset.seconds) || USUAL;
  return watch(page, { loss, tries, seconds, look: () => look(meta.content) });
}

function watch(page: Document, { loss, look, seconds, tries }: Watch): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let failures = 0;
  let isLooking = false;
  /** A reader who opens a guide that is on the device, without a connection, knows that and misses nothing. */
  let wasThere = false;
  const lookNow = async (sign?: Event) => {
    if (sign?.type === "offline") wasThere = true;
    if (isLooking || page.visibilityState === "hidden") return;
    isLooking = true;
    clearTimeout(timer);
    const finding = await look();
    isLooking = false;
    if (finding === "there") wasThere = true;
    if (finding !== "unknown") failures = finding === "gone" ? failures + 1 : 0;
    const isLost = failures > 0 && (wasThere || !isKept(page));
    if (failures === 0 || failures >= tries) tellLoss(page, loss, isLost);
    timer = setTimeout(() => lookNow(), 1000 * (failures > 0 && failures < tries ? Math.min(SOON, seconds) : seconds));
  };
  const signs = [
    [window, "offline"],
    [window, "online"],
    [page, "visibilitychange"],
  ] as const;
  for (const [target, event] of signs) target.addEventListener(event, lookNow);
  timer = setTimeout(() => lookNow(), 1000 * seconds);
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
