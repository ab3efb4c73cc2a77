/** The script of a page without a kernel: one classic file, so that it also works from file://. */
import { watchServer } from "./connection";
import { render as glossary } from "./glossary";
import { startWidgets } from "./host";
import { render as quiz } from "./quiz";

startWidgets(document, { quiz, glossary });
watchServer(document);
