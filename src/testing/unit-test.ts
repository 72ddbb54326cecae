import type { Labels } from "../engine/labels.js";
import type { NotedSeries } from "../engine/readers/series-notation.js";
import type { Span } from "../syntax/problem.js";

/** A file with unit tests of rules, as promtool reads it. Durations and times are in milliseconds. */
export interface UnitTestFile {
  /** Names and patterns of rule files, relative to the file. */
  readonly ruleFiles: readonly Placed<string>[];
  readonly evaluationInterval: number;
  /** The names of groups of which the earlier is evaluated first. */
  readonly groupOrder: readonly Placed<string>[];
  /** Whether a value may be the next float beside the expected one. */
  readonly isFuzzy: boolean;
  readonly tests: readonly UnitTest[];
}

/** A value and where it stands in its file. */
export interface Placed<T> {
  readonly value: T;
  readonly at: Span;
}

/** Series, and what is expected of the rules that read them. */
export interface UnitTest {
  /** What the file calls it; empty where it has no name. */
  readonly name: string;
  /** What it is called in reports: its name, or `unnamed#0` for the first test without one. */
  readonly title: string;
  readonly at: Span;
  /** Between two values of a series. */
  readonly interval: number;
  /** The time of the first values, since 1970. */
  readonly start: number;
  readonly series: readonly InputSeries[];
  readonly alertTests: readonly AlertTest[];
  readonly exprTests: readonly ExprTest[];
  readonly externalLabels: Readonly<Record<string, string>>;
  readonly externalUrl: string;
}

/** A series that a test begins with, or what is wrong with it. */
export interface InputSeries {
  readonly at: Span;
  readonly noted: NotedSeries;
  /** Set where promtool passes over all that stands behind it. */
  readonly isLast?: true;
}

/** Which alerts of a name are expected to fire at a time. */
export interface AlertTest {
  readonly at: Span;
  /** Since the start of the test. */
  readonly time: number;
  /** Empty where the file does not say it, which is a mistake. */
  readonly alert: string;
  readonly expected: readonly ExpectedAlert[];
}

/** An alert that is expected. */
export interface ExpectedAlert {
  readonly labels: ReadonlyMap<string, string>;
  readonly annotations: ReadonlyMap<string, string>;
}

/** What a query is expected to return at a time. */
export interface ExprTest {
  readonly at: Span;
  /** Since the start of the test. */
  readonly time: number;
  readonly query: string;
  readonly expected: readonly ExpectedSample[];
}

/** A sample that is expected. */
export interface ExpectedSample {
  readonly at: Span;
  readonly labels: Labels | { readonly mistake: string };
  readonly value: number;
  /** Whether a native histogram is expected. */
  readonly isNative: boolean;
}
