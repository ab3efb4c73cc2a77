// Bundles the browser's half into the Python package: modules for anywidget, classic scripts for our pages, styles.
import { existsSync } from "node:fs";
import { build } from "esbuild";

const outdir = "patientbook_widgets/static";
const shared = {
  bundle: true,
  minify: true,
  legalComments: "inline", // the licence of what is bundled stays with it
  charset: "utf8",
  target: ["es2020", "chrome87", "safari14", "firefox78"],
  // Safari 14 destructures well enough; esbuild counts a bug of rare forms that we do not use.
  supported: { destructuring: true },
  outdir,
  logLevel: "warning",
};
const pageStyle = "src/page/page.css";

await Promise.all([
  build({ ...shared, entryPoints: ["src/quiz.ts", "src/glossary.ts", "src/term_list.ts"], format: "esm" }),
  // Classic scripts, because a page opened from file:// may not load modules.
  build({
    ...shared,
    entryPoints: [
      "src/early.ts",
      "src/page.ts",
      "src/live.ts",
      "src/search.ts",
      "src/my.ts",
      "src/aloud.ts",
      { in: "src/worker.ts", out: "sw" },
      { in: "src/preview/preview.ts", out: "preview" },
      { in: "src/workshop/phone.ts", out: "phone" },
      { in: "src/workshop/control.ts", out: "control" },
      { in: "src/workshop/projector.ts", out: "projector" },
    ],
    format: "iife",
  }),
  build({
    ...shared,
    entryPoints: [
      { in: "src/css/widgets.css", out: "widgets" },
      { in: "src/preview/preview.css", out: "preview" },
    ],
  }),
  existsSync(pageStyle) &&
    build({
      ...shared,
      entryPoints: [
        { in: pageStyle, out: "page" },
        { in: "src/workshop/workshop.css", out: "workshop" },
      ],
      external: ["*.woff2", "*.svg"],
    }),
]);
