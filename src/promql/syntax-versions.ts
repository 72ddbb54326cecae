import type { Feature } from "./features.js";

/** A piece of syntax that not every server from 2.42 on reads. */
export interface SyntaxVersion {
  /** As the subject of a sentence. */
  readonly name: string;
  /** The first version that has it. */
  readonly since: string;
  /** The flag that it needs, until `stableSince`. */
  readonly flag?: Feature;
  /** The first version that has it without the flag. */
  readonly stableSince?: string;
}

const durationFlag = { flag: "promql-duration-expr", stableSince: "3.14" } as const;

const versions = {
  underscores: { name: "an underscore between digits", since: "2.54" },
  durationAsNumber: { name: "a duration in place of a number", since: "2.54" },
  numberAsDuration: { name: "a number in place of a duration", since: "2.54" },
  durationAsTime: { name: "a duration behind `@`", since: "2.54" },
  // Announced with 3.0 only; 2.53 reads it in selectors, 2.42 does not.
  quotedName: { name: "a name in quotes", since: "2.53" },
  quotedGroupingLabel: { name: "a label in quotes", since: "3.0" },
  colonLabel: { name: "a label with a colon", since: "3.0" },
  zeroOffset: { name: "an offset of zero", since: "2.54" },
  // Servers before that read one `-` behind `offset`, and no sign in brackets.
  signedDuration: { name: "a sign before this duration", since: "3.4" },
  durationArithmetic: { name: "arithmetic on durations", since: "3.4", ...durationFlag },
  step: { name: "`step()` in a duration", since: "3.6", ...durationFlag },
  range: { name: "`range()` in a duration", since: "3.12", ...durationFlag },
  min_of: { name: "`min_of()` in a duration", since: "3.13", ...durationFlag },
  max_of: { name: "`max_of()` in a duration", since: "3.13", ...durationFlag },
  extension: { name: "`anchored` and `smoothed`", since: "3.7", flag: "promql-extended-range-selectors" },
  fill: { name: "a fill modifier", since: "3.10", flag: "promql-binop-fill-modifiers" },
  trim: { name: "an operator that trims histograms", since: "3.11" },
} as const satisfies Record<string, SyntaxVersion>;

/** The key of a piece of syntax. */
export type SyntaxName = keyof typeof versions;

/**
 * Since when servers read a piece of syntax.
 * Source: https://github.com/prometheus/prometheus/blob/main/CHANGELOG.md
 */
export function syntaxVersion(name: SyntaxName): SyntaxVersion {
  return versions[name];
}
