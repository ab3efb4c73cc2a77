/** How many are in, and what stands in the way of writing answers down. */
import type { MakePart } from "./view";

export const people: MakePart = (place, desk) => {
  const { words } = desk.facts;
  return {
    update({ people: { here, joined } }) {
      const text = words.say("here", { here, joined });
      if (place.textContent !== text) place.textContent = text;
    },
  };
};

export const trouble: MakePart = (place, desk) => ({
  update(state) {
    const text = state.trouble ? desk.facts.words.say("trouble") : "";
    if (place.textContent !== text) place.textContent = text;
  },
});
