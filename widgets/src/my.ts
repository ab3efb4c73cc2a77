/** The script of My pages. */
import { openKeep } from "./reader/keep/keep";
import { startMyPages } from "./reader/my/start";
import { siteOf } from "./reader/site";

const site = siteOf(document);
if (site) void startMyPages(document, site, openKeep(document));
