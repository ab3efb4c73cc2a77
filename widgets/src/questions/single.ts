/** Single choice: exactly one option is right. */
import { chooseOne } from "./choosing";

export const single = chooseOne;
