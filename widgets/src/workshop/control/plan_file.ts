/** The plan as the file that it is saved as: read from the server, changed, and sent back whole. */
import type { Desk } from "./view";

export interface PlanStep {
  id: string;
  kind: string;
  title: string;
  [more: string]: unknown;
}

/** Returns other steps. */
export type Change = (steps: PlanStep[]) => PlanStep[];

export class PlanFile {
  constructor(private readonly desk: Desk) {}

  get address(): string {
    return this.desk.facts.to.plan ?? "";
  }

  /** Change what the server has now; false where that could not be done, which has been said then. */
  async change(by: Change): Promise<boolean> {
    try {
      const answer = await fetch(this.address, { headers: { Accept: "application/json" }, cache: "no-store" });
      if (!answer.ok) throw new Error(String(answer.status));
      const plan = (await answer.json()) as { steps: PlanStep[] };
      return await this.desk.send(this.address, { ...plan, steps: by(plan.steps) }, "PUT");
    } catch {
      this.desk.teller.say(this.desk.facts.words.say("not_reached"));
      return false;
    }
  }
}

export function moved(id: string, by: number): Change {
  return (steps) => {
    const at = steps.findIndex((step) => step.id === id);
    const step = steps[at];
    if (!step) return steps;
    const rest = steps.filter((each) => each !== step);
    rest.splice(at + by, 0, step);
    return rest;
  };
}

export function removed(id: string): Change {
  return (steps) => steps.filter((step) => step.id !== id);
}

/** Another step after the one with an id, under an id that no other has. */
export function added(step: PlanStep, after: string): Change {
  return (steps) => {
    const ids = new Set(steps.map((each) => each.id));
    let id = step.id;
    for (let number = 2; ids.has(id); number += 1) id = `${step.id}-${number}`;
    const at = steps.findIndex((each) => each.id === after) + 1;
    return [...steps.slice(0, at), { ...step, id }, ...steps.slice(at)];
  };
}
