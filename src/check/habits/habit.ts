import type { Edit, FixSafety, Span } from "../../syntax/problem.js";

/** A query that a server rejects. */
export interface Rejected {
  readonly text: string;
  /** The same with strings and comments blanked. */
  readonly code: string;
}

/** What a rejected query was meant to be. */
export interface Reading {
  readonly at: Span;
  readonly code: string;
  readonly message: string;
  readonly help?: string;
  /** How to write it; where nothing is given, only its author knows, and nothing else is said of the query. */
  readonly meant?: Meant;
}

interface Meant {
  readonly title: string;
  readonly safety?: FixSafety;
  readonly edits: readonly Edit[];
  /**
   * What is told where the query that was meant has mistakes of its own: they as well, or they alone. Where it is missing,
   * such a query was not meant.
   */
  readonly left?: "as-well" | "alone";
}

/** Finds in a rejected query what somebody writes who knows another language. The readings are tried in turn. */
export type Habit = (query: Rejected) => Iterable<Reading>;
