import type { Label } from "../engine/labels.js";

/** A group of rules, ready to be evaluated. */
export interface TestedGroup {
  readonly name: string;
  /** How far back its queries look, in milliseconds. */
  readonly queryOffset: number;
  /** How many series or alerts a rule may give; 0 where there is no limit. */
  readonly limit: number;
  readonly rules: readonly TestedRule[];
}

/** A rule, ready to be evaluated. */
export type TestedRule = TestedAlert | TestedRecord;

/** A rule of which a file tells. */
interface CommonRule {
  readonly name: string;
  readonly query: string;
  /** Those of the group included. */
  readonly labels: readonly Label[];
}

/** A recording rule. */
export interface TestedRecord extends CommonRule {
  readonly kind: "record";
}

/** An alerting rule; its labels and annotations are templates. Durations are in milliseconds. */
export interface TestedAlert extends CommonRule {
  readonly kind: "alert";
  readonly holds: number;
  readonly keepFiring: number;
  readonly annotations: readonly Label[];
}
