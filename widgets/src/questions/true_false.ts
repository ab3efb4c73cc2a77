/** True or false: a single choice between two. */
import { chooseOne } from "./choosing";

export const trueFalse = chooseOne;
