/** The script of a page without a kernel: one classic file, so that it also works from file://. */
import { watchServer } from "./connection";
import glossary from "./glossary";
import { startWidgets } from "./host";
import quiz from "./quiz";
import termList from "./term_list";

startWidgets(document, { quiz: quiz.render, glossary: glossary.render, term_list: termList.render });
watchServer(document);
