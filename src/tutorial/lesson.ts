import type { EntryKind, Level } from "../catalogue/entry.js";
import type { FilePlace } from "../schema/places.js";

/** A lesson: a text, and exercises on it. Texts are Markdown. */
export interface Lesson {
  /** The name of its file without `.md`: `01-range-vectors`. */
  readonly name: string;
  readonly title: string;
  readonly level: Level;
  /** What stands between the title and the first exercise. */
  readonly text: string;
  readonly exercises: readonly Exercise[];
}

/** A query that somebody has to write, and how it is judged. */
export interface Exercise extends Judging {
  readonly title: string;
  /** What the result is to hold. */
  readonly goal: string;
  /** A query that is wrong in an instructive way. */
  readonly start: string;
  /** Each tells more than the one before. */
  readonly hints: readonly string[];
  /** A query that is right; so is any other with the same result. */
  readonly answer: string;
  /** What the answer teaches. */
  readonly lesson: string;
  readonly at: FilePlace;
}

/** How an exercise is judged, as the front matter of its file says it; durations in seconds. */
export interface Judging extends Omit<ExerciseSettings, "last" | "step" | "ago"> {
  readonly last: number;
  readonly step: number;
  readonly ago: number;
}

/** An item of `exercises` in the front matter. */
export interface ExerciseSettings {
  /** Unique among all lessons, in kebab case. */
  readonly id: string;
  /** How the result is used: at one moment, for a graph, or as the condition of an alert. */
  readonly kind: EntryKind;
  /** Why the start is wrong: the code of a finding or problem, or the kind of a difference. */
  readonly wrong: string;
  /** Of a range: how long it is. An hour, if not given. */
  readonly last?: string;
  /** Of a range: the time between two points. A minute, if not given. */
  readonly step?: string;
  /** How long before now the result is asked for. Now, if not given. */
  readonly ago?: string;
  /** Constructs that the query must have: see `constructsOf`. */
  readonly uses?: readonly string[];
  /** Constructs that it must not have. */
  readonly avoids?: readonly string[];
  /** Why it must, or must not: said to somebody whose result is right. */
  readonly why?: string;
  /** Whether the order of the series counts. */
  readonly order?: boolean;
  /** Whether the metric's name counts. */
  readonly name?: boolean;
}

/** The front matter of a lesson. */
export interface LessonSettings {
  readonly version: 1;
  readonly level: Level;
  /** In the order of the text. */
  readonly exercises: readonly ExerciseSettings[];
}
