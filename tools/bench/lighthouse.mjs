// Lighthouse for a phone, as `node lighthouse.mjs <runs> <address>…`: prints one line of JSON for each run of each page.
import { launch } from "chrome-launcher";
import lighthouse from "lighthouse";

const CATEGORIES = ["performance", "accessibility", "best-practices", "seo"];
const FLAGS = [
  "--headless=new",
  "--no-sandbox",
  "--disable-gpu",
  "--disable-background-networking",
  "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
];
const [runs, ...addresses] = process.argv.slice(2);

/** What counts in a category and was found wanting: audit and how much of it is there, 0 to 1. */
function wanting(report, category) {
  const found = category.auditRefs.filter(({ weight }) => weight > 0).map(({ id }) => report.audits[id]);
  return found.filter(({ score }) => score !== null && score < 0.9).map(({ id, score }) => `${id} ${score}`);
}

const chrome = await launch({ chromeFlags: FLAGS, logLevel: "error" });
try {
  for (let run = 0; run < Number(runs); run++) {
    for (const address of addresses) {
      const options = { port: chrome.port, logLevel: "error", onlyCategories: CATEGORIES, disableFullPageScreenshot: true };
      const { lhr } = await lighthouse(address, options);
      if (lhr.runtimeError) throw new Error(`${address}: ${lhr.runtimeError.message}`);
      const categories = CATEGORIES.map((id) => [id, lhr.categories[id]]);
      const scores = Object.fromEntries(categories.map(([id, { score }]) => [id, score]));
      const problems = categories.flatMap(([, category]) => wanting(lhr, category));
      process.stdout.write(`${JSON.stringify({ address, scores, problems })}\n`);
    }
  }
} finally {
  await chrome.kill();
}
