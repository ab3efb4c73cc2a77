/** What reads a page aloud, loaded when somebody wants it for the first time. A classic script, as the data files are. */
import { readAloud } from "./reader/aloud/read";

globalThis.patientbook = { ...globalThis.patientbook, aloud: readAloud };
