import type { Completion, CompletionContext, CompletionResult } from "@codemirror/autocomplete";
import { logException } from "@codemirror/view";
import type { Metrics } from "../metrics/metrics.js";
import { seriesNames } from "../metrics/series-names.js";
import { functionInfo } from "../promql/functions.js";
import { metricName } from "../promql/labels.js";
import { callOptions, metricOption, wordOptions } from "./completion-options.js";
import { type CursorPlace, placeAtEnd } from "./cursor-place.js";
import { durationOptions } from "./duration-options.js";
import { knownLabels, labelOption, type Surroundings, valueOption } from "./label-options.js";
import { editorLimit } from "./limits.js";
import { listedMetrics } from "./listed-metrics.js";
import { metricsIn, promqlOptions } from "./options.js";
import type { SeriesSource } from "./series-source.js";

/** Completes what the language and `metrics` know. */
export async function completeKnown(context: CompletionContext): Promise<CompletionResult | null> {
  const place = placeOf(context);
  if (!place) return null;
  const metrics = await metricsIn(context.state);
  const { prometheus, variables } = context.state.facet(promqlOptions);
  const surroundings = surroundingsOf(context, place);
  switch (place.kind) {
    case "expression":
      return resultOf(place, word, [
        ...wordOptions(place.words),
        ...callOptions(prometheus),
        ...seriesOf(metrics).map((name) => metricOption(name, metrics, wantedBy(place.call))),
      ]);
    case "words":
      return resultOf(place, word, wordOptions(place.words));
    case "duration":
      return resultOf(place, undefined, durationOptions(context.state.sliceDoc(place.from, context.pos), variables));
    case "label":
      return resultOf(place, label, labelOptions(knownLabels(place.metric, metrics), usedIn(place), surroundings));
    case "listed-label": {
      const labels = metricsOfList(context, place).flatMap((metric) => knownLabels(metric, metrics));
      return resultOf(
        place,
        label,
        labelOptions(labels.length > 0 ? labels : knownLabels(undefined, metrics), place.used, surroundings),
      );
    }
    case "value":
      return null;
  }
}

/**
 * Completes what the source of an editor knows: what it says comes later than the rest. An error goes where those of
 * the editor go: to `EditorView.exceptionSink`, or the console.
 */
export async function completeFromSource(context: CompletionContext): Promise<CompletionResult | null> {
  const { source } = context.state.facet(promqlOptions);
  const place = source && placeOf(context);
  if (!place) return null;
  try {
    const result = await askSource(source, context, place);
    return context.aborted ? null : result;
  } catch (error) {
    logException(context.state, error, "completion");
    return null;
  }
}

/** Of more names than these only the first are offered; the next letter leaves others. */
const mostNames = 10_000;

async function askSource(
  source: SeriesSource,
  context: CompletionContext,
  place: CursorPlace,
): Promise<CompletionResult | null> {
  const surroundings = surroundingsOf(context, place);
  switch (place.kind) {
    case "expression": {
      const prefix = context.state.sliceDoc(place.from, context.pos);
      const names = await source.metricNames(prefix);
      const metrics = await metricsIn(context.state);
      const near = names.filter((name) => name.toLowerCase().includes(prefix.charAt(0).toLowerCase()));
      const options = near.slice(0, mostNames).map((name) => metricOption(name, metrics, wantedBy(place.call)));
      return resultOf(place, undefined, options);
    }
    case "label": {
      const labels = await source.labelNames(place.metric);
      return resultOf(place, label, labelOptions(labels.slice(0, mostNames), usedIn(place), surroundings));
    }
    case "listed-label": {
      const asked = metricsOfList(context, place).slice(0, mostMetrics);
      const labels = await Promise.all(
        asked.length > 0 ? asked.map((metric) => source.labelNames(metric)) : [source.labelNames()],
      );
      return resultOf(place, label, labelOptions(labels.flat().slice(0, mostNames), place.used, surroundings));
    }
    case "value": {
      const values = await source.labelValues(place.metric, place.label);
      const options = values.slice(0, mostNames).map((value) => valueOption(value, place.pattern, surroundings));
      return resultOf(alternative(context, place), value, options);
    }
    case "duration":
    case "words":
      return null;
  }
}

/** Of more metrics than these a list of labels is not looked into. */
const mostMetrics = 5;

function placeOf({ state, pos, explicit }: CompletionContext): CursorPlace | undefined {
  if (state.doc.length > editorLimit) return undefined;
  const place = placeAtEnd(state.doc.sliceString(0, pos), state.facet(promqlOptions));
  const offersAll = place?.kind === "expression" || place?.kind === "words";
  return offersAll && !explicit && place.from === pos ? undefined : place;
}

function surroundingsOf({ state, pos }: CompletionContext, place: CursorPlace): Surroundings {
  return { quote: "quote" in place ? place.quote : "", after: state.doc.sliceString(pos, pos + 1) };
}

function metricsOfList(
  { state, pos }: CompletionContext,
  { from, quote }: Extract<CursorPlace, { kind: "listed-label" }>,
): readonly string[] {
  const text = state.doc.toString();
  const to = quote !== "" && text.charAt(pos) === quote ? pos + 1 : pos;
  return listedMetrics(text, { from: from - quote.length, to }, state.facet(promqlOptions));
}

/** In a pattern, what stands before the last `|` stays. */
function alternative({ state, pos }: CompletionContext, place: Extract<CursorPlace, { kind: "value" }>): CursorPlace {
  if (!place.pattern || place.quote === "") return place;
  const written = state.doc.sliceString(place.from, pos);
  return { ...place, from: place.from + Math.max(written.lastIndexOf("|"), written.lastIndexOf("(")) + 1 };
}

/** The labels that have a condition already; where the metric is named, its name is one of them. */
function usedIn({ used, metric }: Extract<CursorPlace, { kind: "label" }>): readonly string[] {
  return metric === undefined ? used : [...used, metricName];
}

function labelOptions(labels: readonly string[], used: readonly string[], surroundings: Surroundings) {
  return [...new Set(labels)].map((name) => labelOption(name, used, surroundings));
}

const word = /^[\w:]*$/;
const label = /^[\w.]*$/;
const value = /^[^"'`|(\\]*$/;

function resultOf(
  { from }: CursorPlace,
  validFor: RegExp | undefined,
  options: readonly (Completion | undefined)[],
): CompletionResult | null {
  const offered = options.filter((option) => option !== undefined);
  return offered.length === 0 ? null : { from, options: offered, ...(validFor && { validFor }) };
}

function wantedBy(call: string | undefined): "counter" | "gauge" | undefined {
  return call === undefined ? undefined : functionInfo(call)?.wants;
}

const seriesByMetrics = new WeakMap<Metrics, readonly string[]>();

/** The names of all series of all families. */
function seriesOf(metrics: Metrics): readonly string[] {
  const before = seriesByMetrics.get(metrics);
  if (before) return before;
  const names = [...new Set(Array.from(metrics.all(), (family) => seriesNames(family)).flat())];
  seriesByMetrics.set(metrics, names);
  return names;
}
