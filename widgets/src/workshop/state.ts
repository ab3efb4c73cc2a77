/** The state of a room as it comes from the server (docs/architecture.md). The one place that knows its names on the wire. */
import { camelCased, type Question } from "../wire";

export type Phase = "waiting" | "open" | "closed" | "discuss" | "revealed";
export type StepKind = "welcome" | "check" | "section" | "question" | "thanks";

export interface Step {
  id: string;
  kind: StepKind;
  title: string;
  which?: "before" | "after" | "later" | null;
  /** The words of a section. */
  html?: string;
  chapter?: string | null;
  section?: string | null;
  questions?: string[];
  /** Whether people are asked how sure they are. */
  confidence: boolean;
}

/** A question of the present step: without what is right until it is revealed. */
export interface Asked {
  name: string;
  wire: Question;
  html: string;
}

export interface Result {
  question: string;
  round: number;
  answered: number;
  counts?: Record<string, number>;
  pairs?: Record<string, Record<string, number>>;
  numbers?: [number, number][];
  right: number | null;
  sureButWrong?: number | null;
}

export interface AskedByPeople {
  id: string;
  text: string;
  /** Only the control is told. */
  state?: "waiting" | "approved" | "refused" | "reported";
}

export interface RoomState {
  revision: number;
  /** The server's clock, so that a phone whose own is wrong shows the right time that is left. */
  now: string;
  room: {
    id: string;
    title: string;
    code: string;
    language: string;
    chapter: { title: string; href: string } | null;
    followUp?: boolean;
  };
  isOver: boolean;
  position: number;
  steps: number;
  isBlank: boolean;
  timerEnds: string | null;
  phase: Phase;
  round: number;
  step: Step;
  questions: Asked[];
  results: Result[] | null;
  asked: AskedByPeople[];
}

/** What the control and the projector know besides. */
export interface LedState extends RoomState {
  people: { joined: number; here: number };
  /** How many have answered, by the question's name. */
  answered: Record<string, number>;
  plan: Step[];
  can: string[];
  trouble: string | null;
  understanding?: { title: string; right: number; answered: number }[];
}

export function stateFromWire<S extends RoomState>(value: unknown): S {
  return camelCased(value) as S;
}

/** The result of a question in a round; null while it is hidden or nobody asked. */
export function resultOf(state: RoomState, question: string, round = state.round): Result | null {
  return state.results?.find((each) => each.question === question && each.round === round) ?? null;
}

/** The label of a step's kind: `kind_check_before`. */
export function kindOf(step: Step): string {
  return step.kind === "check" && step.which ? `kind_check_${step.which}` : `kind_${step.kind}`;
}
