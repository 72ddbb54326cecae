import { type EditorState, Facet } from "@codemirror/state";
import type { LintOptions } from "../lint/lint.js";
import type { Diagnostic, Rule } from "../lint/rule.js";
import type { Metrics } from "../metrics/metrics.js";
import type { SeriesSource } from "./series-source.js";

/** What an editor is set up with. Every query of the editor is one document. */
export interface PromqlOptions extends Omit<LintOptions, "rules"> {
  /** The rules to run; by default the recommended ones, which are loaded when they are needed first. */
  readonly rules?: readonly Rule[];
  /** Who is asked for names and values that `metrics` does not hold, such as a server. */
  readonly source?: SeriesSource;
  /** Told what is wrong with a text, each time that one was linted. */
  readonly onDiagnostics?: (diagnostics: readonly Diagnostic[], text: string) => void;
  /** Whether fixes are actions; by default they are. */
  readonly offerFixes?: boolean;
  /** How long the text has to rest before it is linted, in milliseconds; by default 300. */
  readonly lintDelay?: number;
  /** The width of a formatted query, in characters; by default 100. */
  readonly width?: number;
  /** Where the page of a rule or problem can be read; by default in the published package. `undefined` is no link. */
  readonly pageOf?: (code: string) => string | undefined;
}

/** The options of an editor; of several extensions the one with the highest precedence counts. */
export const promqlOptions: Facet<PromqlOptions, PromqlOptions> = Facet.define({
  combine: ([first]) => first ?? {},
});

const defaults = new WeakMap<PromqlOptions, Promise<Metrics>>();

/** What is known of metrics in an editor; the built-in table is loaded on the first question. */
export function metricsIn(state: EditorState): Promise<Metrics> {
  const options = state.facet(promqlOptions);
  const known = defaults.get(options) ?? loadMetrics(options);
  defaults.set(options, known);
  return known;
}

async function loadMetrics({ metrics }: PromqlOptions): Promise<Metrics> {
  return metrics ?? (await import("./whole-query.js")).builtinMetrics;
}
