import type { NotedSeries } from "../engine/readers/series-notation.js";

/** A test script of PromQL: its commands in order, and the lines that could not be read. */
export interface Script {
  readonly commands: readonly Command[];
  readonly problems: readonly ScriptProblem[];
}

/** What is wrong with a script. */
export interface ScriptProblem {
  /** From 1. */
  readonly line: number;
  readonly message: string;
}

/** A command of a script. */
export type Command = ClearCommand | LoadCommand | EvalCommand;

/** Forgets all series. */
export interface ClearCommand {
  readonly kind: "clear";
  readonly line: number;
}

/** Adds series. */
export interface LoadCommand {
  readonly kind: "load";
  readonly line: number;
  /** Milliseconds between two values. */
  readonly step: number;
  /** Whether classic histograms become native ones beside. */
  readonly withNative: boolean;
  /** Whether a line says when samples of a series began to count. */
  readonly hasStartTimes: boolean;
  readonly series: readonly ScriptSeries[];
}

/** A series that is loaded or expected. */
export type ScriptSeries = Exclude<NotedSeries, { mistake: string }>;

/** Evaluates a query and compares the result. */
export interface EvalCommand {
  readonly kind: "eval";
  readonly line: number;
  readonly query: string;
  /** When, in milliseconds. */
  readonly at: Instant | Range;
  readonly expected: Expected;
}

/** One time. */
export interface Instant {
  readonly kind: "instant";
  readonly time: number;
}

/** Steps from one time to another. */
export interface Range {
  readonly kind: "range";
  readonly start: number;
  readonly end: number;
  readonly step: number;
}

/** What a result is compared with. */
export interface Expected {
  readonly series: readonly ScriptSeries[];
  /** Set where a number without labels is expected. */
  readonly scalar?: number;
  readonly string?: string;
  /** Set where the samples of a range vector are expected. */
  readonly rangeVector?: Range;
  readonly ordered: boolean;
  readonly fail?: TextCondition;
  readonly warnings: AnnotationCondition;
  readonly infos: AnnotationCondition;
}

/** Which text is expected; any where neither is given. */
export interface TextCondition {
  readonly message?: string;
  readonly pattern?: string;
}

/** Whether there must be warnings or infos, must be none, or either; and which. */
export interface AnnotationCondition {
  readonly expected: "some" | "none" | "any";
  readonly texts: readonly TextCondition[];
}
