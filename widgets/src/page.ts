/** The script of a page without a kernel: one classic file, so that it also works from file://. */
import { watchServer } from "./connection";
import glossary from "./glossary";
import { startWidgets } from "./host";
import quiz from "./quiz";
import { startContents } from "./reader/contents";
import { markFound } from "./reader/find";
import { openKeep } from "./reader/keep/keep";
import { startPanels } from "./reader/menu";
import { startSettings } from "./reader/settings";
import { siteOf } from "./reader/site";
import termList from "./term_list";

startWidgets(document, { quiz: quiz.render, glossary: glossary.render, term_list: termList.render });
watchServer(document);
startPanels(document);

const site = siteOf(document);
if (site) {
  startSettings(document, site, openKeep(document));
  startContents(document, site);
  markFound(document, site);
}
