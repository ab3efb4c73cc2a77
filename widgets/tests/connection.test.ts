import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { watchKernel, watchServer } from "../src/connection";

const GONE = "The server cannot be reached.";
const BACK = "The connection is back.";
const KERNEL_GONE = "The calculations have stopped.";

let stops: (() => void)[] = [];

beforeEach(() => {
  vi.useFakeTimers();
  document.head.innerHTML =
    '<meta name="pb-health" content="/healthz" data-seconds="20"><meta name="pb-kernel" content="/api/kernels/1">';
  document.body.innerHTML = `<div id="pb-notice" role="status" data-gone="${GONE}" data-back="${BACK}" data-kernel-gone="${KERNEL_GONE}"></div>`;
});

afterEach(() => {
  for (const stop of stops) stop();
  stops = [];
  document.head.replaceChildren();
  document.body.replaceChildren();
  vi.useRealTimers();
});

const notice = () => document.getElementById("pb-notice")?.textContent;
const seconds = (count: number) => vi.advanceTimersByTimeAsync(1000 * count);
const ok = async () => new Response(null, { status: 200 });
const kernel = (status: number, state?: string) => async () =>
  new Response(JSON.stringify({ execution_state: state }), { status });

/** A server that answers as told, and remembers what it was asked. */
function server(answer: () => Promise<Response>) {
  const asked: string[] = [];
  const self = {
    asked,
    answer,
    fetch: (url: string, options: RequestInit) => {
      asked.push(`${options.method} ${url}`);
      return self.answer();
    },
  };
  return self;
}

const unreachable = async () => {
  throw new TypeError("no network");
};

test("while all is well nothing is said", async () => {
  const { asked, fetch } = server(ok);
  stops.push(watchServer(document, fetch));
  await seconds(41);
  expect(asked).toEqual(["HEAD /healthz", "HEAD /healthz"]);
  expect(notice()).toBe("");
});

test("when two looks in a row fail it is said, and taken back when the server answers", async () => {
  const shop = server(unreachable);
  stops.push(watchServer(document, shop.fetch));
  await seconds(20);
  expect(notice()).toBe("");
  await seconds(2);
  expect(notice()).toBe(GONE);
  shop.answer = ok;
  await seconds(20);
  expect(notice()).toBe(BACK);
  await seconds(20);
  expect(notice()).toBe("");
});

test("a server that answers with an error is gone too", async () => {
  stops.push(watchServer(document, server(async () => new Response(null, { status: 502 })).fetch));
  await seconds(22);
  expect(notice()).toBe(GONE);
});

test("a server that never answers is gone", async () => {
  const silent = (_: string, options: RequestInit) =>
    new Promise<Response>((_resolve, reject) => {
      options.signal?.addEventListener("abort", () => reject(new Error("too late")));
    });
  stops.push(watchServer(document, silent));
  await seconds(20 + 8 + 2 + 8);
  expect(notice()).toBe(GONE);
});

test("the browser's own word that it is offline makes us look at once", async () => {
  const shop = server(unreachable);
  stops.push(watchServer(document, shop.fetch));
  window.dispatchEvent(new Event("offline"));
  await seconds(2);
  expect(notice()).toBe(GONE);
  shop.answer = ok;
  window.dispatchEvent(new Event("online"));
  await seconds(0);
  expect(notice()).toBe(BACK);
});

test("a page that nobody sees asks nothing", async () => {
  const shop = server(ok);
  const seen = vi.spyOn(document, "visibilityState", "get").mockReturnValue("hidden");
  stops.push(watchServer(document, shop.fetch));
  await seconds(100);
  expect(shop.asked).toEqual([]);
  seen.mockReturnValue("visible");
  document.dispatchEvent(new Event("visibilitychange"));
  await seconds(0);
  expect(shop.asked).toHaveLength(1);
  await seconds(20);
  expect(shop.asked).toHaveLength(2);
  seen.mockRestore();
});

test("without the address nothing is watched", async () => {
  document.head.replaceChildren();
  const shop = server(unreachable);
  stops.push(watchServer(document, shop.fetch), watchKernel(document, shop.fetch));
  await seconds(100);
  expect(shop.asked).toEqual([]);
});

test.each([
  ["is not known any more", kernel(404)],
  ["is dead", kernel(200, "dead")],
])("a kernel that %s is told at the first look", async (_, answer) => {
  stops.push(watchKernel(document, server(answer).fetch));
  await seconds(20);
  expect(notice()).toBe(KERNEL_GONE);
});

test.each([
  ["is busy", kernel(200, "busy")],
  ["cannot be asked", unreachable],
  ["may not be asked", kernel(403)],
])("a kernel that %s is not called gone", async (_, answer) => {
  const shop = server(answer);
  stops.push(watchKernel(document, shop.fetch));
  await seconds(41);
  expect(shop.asked).toEqual(["GET /api/kernels/1", "GET /api/kernels/1"]);
  expect(notice()).toBe("");
});

test("a server that is gone is told before a kernel that is gone", async () => {
  stops.push(watchKernel(document, server(kernel(404)).fetch));
  await seconds(20);
  stops.push(watchServer(document, server(unreachable).fetch));
  window.dispatchEvent(new Event("offline"));
  await seconds(3);
  expect(notice()).toBe(GONE);
});
