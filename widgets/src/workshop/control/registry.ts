/** Every part of the control, by the id of its place in the page. A new part is a new file and a line here. */
import { asked } from "./asked";
import { keys } from "./keys";
import { now } from "./now";
import { people, trouble } from "./people";
import { plan } from "./plan";
import { results } from "./results";
import type { MakePart } from "./view";

export const PARTS: Record<string, MakePart> = {
  "pw-now": now,
  "pw-results": results,
  "pw-people-asked": asked,
  "pw-people": people,
  "pw-trouble": trouble,
  "pw-plan": plan,
  "pw-more": keys,
};
