/*! The search index is MiniSearch, copyright 2022 Luca Ongaro, MIT licence. */
/** The script of the search page. */
import { startSearch } from "./reader/search/search";
import { siteOf } from "./reader/site";

const site = siteOf(document);
if (site) void startSearch(document, site);
