/** The script of a page without a kernel: one classic file, so that it also works from file://. */
import { watchServer } from "./connection";
import glossary from "./glossary";
import { startWidgets } from "./host";
import quiz from "./quiz";
import { offerAloud } from "./reader/aloud/offer";
import { joinAnswers } from "./reader/answers";
import { startContents } from "./reader/contents";
import { markFound } from "./reader/find";
import { openKeep } from "./reader/keep/keep";
import { startList } from "./reader/list";
import { startPanels } from "./reader/menu";
import { startNotes } from "./reader/notes";
import { startOffline } from "./reader/offline";
import { startPaper } from "./reader/paper";
import { startReading } from "./reader/reading";
import { startSettings } from "./reader/settings";
import { siteOf } from "./reader/site";
import termList from "./term_list";

const site = siteOf(document);
const keep = openKeep(document);
startWidgets(document, { quiz: quiz.render, glossary: glossary.render, term_list: termList.render }, (name, model) => {
  if (site && name === "quiz") joinAnswers(model, keep, site.page);
});
watchServer(document);
startPanels(document);

if (site) {
  startSettings(document, site, keep);
  startContents(document, site);
  startPaper(document, site);
  startReading(document, site, keep);
  startList(document, site, keep);
  startNotes(document, site, keep);
  markFound(document, site);
  startOffline(document, site, keep);
  offerAloud(document, site, keep);
}
delete document.documentElement.dataset.wait;
