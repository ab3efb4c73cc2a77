/** The script of a page without a kernel: one classic file, so that it also works from file://. */
import { watchServer } from "./connection";
import glossary from "./glossary";
import { startWidgets } from "./host";
import quiz from "./quiz";

startWidgets(document, { quiz: quiz.render, glossary: glossary.render });
watchServer(document);
