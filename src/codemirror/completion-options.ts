import { type Completion, insertCompletionText, pickedCompletion } from "@codemirror/autocomplete";
import { EditorSelection } from "@codemirror/state";
import type { EditorView } from "@codemirror/view";
import type { Metrics } from "../metrics/metrics.js";
import { isCumulative, seriesType } from "../metrics/series-type.js";
import { aggregatorInfo, type AggregatorName, aggregatorNames } from "../promql/aggregators.js";
import { isAtLeast, type PrometheusTarget } from "../promql/features.js";
import { functionInfo, type FunctionName, functionNames } from "../promql/functions.js";
import { isLegacyMetric } from "../promql/labels.js";
import { parameterNames } from "../promql/parameters.js";
import { quote } from "../promql/strings.js";
import { describeAggregator, describeFunction, describeMetric } from "../analysis/explain/describe.js";
import { describedBy } from "./markup.js";

// The group with the best match stands first.
const sections = {
  metrics: { name: "Metrics", rank: "dynamic" },
  functions: { name: "Functions", rank: "dynamic" },
  aggregations: { name: "Aggregations", rank: "dynamic" },
  keywords: { name: "Keywords", rank: "dynamic" },
} as const;

/** The functions and aggregation operators that a server has. */
export function callOptions(target: PrometheusTarget = {}): readonly Completion[] {
  return [
    ...functionNames.filter((name) => hasFunction(name, target)).map(functionOption),
    ...aggregatorNames.filter((name) => hasAggregator(name, target)).map(aggregatorOption),
  ];
}

function hasFunction(name: FunctionName, target: PrometheusTarget): boolean {
  const info = functionInfo(name);
  if (!info) return false;
  const { since, experimental, stableSince } = info;
  const isStable = stableSince === undefined ? !experimental : isAtLeast(target.version ?? stableSince, stableSince);
  return hasVersion(since, target) && (isStable || allowsExperiments(target));
}

function hasAggregator(name: AggregatorName, target: PrometheusTarget): boolean {
  const { addedIn, experimental } = aggregatorInfo(name);
  return hasVersion(addedIn ?? "0", target) && (!experimental || allowsExperiments(target));
}

function hasVersion(since: string, { version }: PrometheusTarget): boolean {
  return version === undefined || isAtLeast(version, since);
}

function allowsExperiments({ version, features }: PrometheusTarget): boolean {
  if (version === undefined && features === undefined) return true;
  return features?.includes("promql-experimental-functions") === true;
}

function functionOption(name: FunctionName): Completion {
  const info = functionInfo(name);
  return {
    label: name,
    type: "function",
    section: sections.functions,
    detail: `(${parameterNames(name)})`,
    boost: info?.experimental ? -10 : 0,
    info: () => describedBy(describeFunction(name)),
    apply: info?.args.length === 0 ? insertCall : insertCallAround,
  };
}

function aggregatorOption(name: AggregatorName): Completion {
  return {
    label: name,
    type: "function",
    section: sections.aggregations,
    boost: aggregatorInfo(name).experimental ? -10 : 0,
    info: () => describedBy(describeAggregator(name)),
    apply: insertCallAround,
  };
}

/** Keywords that may stand at a place, the likeliest first. */
export function wordOptions(words: readonly string[]): readonly Completion[] {
  return words.map((word, index) => ({
    label: word,
    type: "keyword",
    section: sections.keywords,
    boost: -index,
    ...(word === "start" || word === "end" ? { apply: insertCall } : {}),
  }));
}

/** The name of a series. Counters or gauges stand first, where a function asks for them. */
export function metricOption(name: string, metrics: Metrics, wants?: "counter" | "gauge"): Completion {
  const series = seriesType(name, metrics);
  const isWanted = wants !== undefined && series.type !== "unknown" && isCumulative(series) === (wants === "counter");
  return {
    label: name,
    type: "variable",
    section: sections.metrics,
    boost: isWanted ? 20 : 0,
    ...(series.type !== "unknown" && { detail: series.part === "value" ? series.type : series.part }),
    ...(series.metric && { info: () => infoOf(name, metrics) }),
    ...(!isLegacyMetric(name) && { apply: `{${quote(name)}}` }),
  };
}

function infoOf(name: string, metrics: Metrics): Node | null {
  const description = describeMetric(name, metrics);
  return description ? describedBy(description) : null;
}

const calledAlready = /^\s*\(/;

function insertCallAround(view: EditorView, completion: Completion, from: number, to: number): void {
  if (calledAlready.test(view.state.sliceDoc(to, to + 100)))
    return insert(view, completion, completion.label, from, to);
  insert(view, completion, `${completion.label}()`, from, to);
  const { doc, selection } = view.state;
  const inside = selection.ranges.map((range) =>
    doc.sliceString(range.head - 2, range.head) === "()" ? EditorSelection.cursor(range.head - 1) : range,
  );
  view.dispatch({ selection: EditorSelection.create(inside, selection.mainIndex) });
}

function insertCall(view: EditorView, completion: Completion, from: number, to: number): void {
  const isCalled = calledAlready.test(view.state.sliceDoc(to, to + 100));
  insert(view, completion, isCalled ? completion.label : `${completion.label}()`, from, to);
}

function insert(view: EditorView, completion: Completion, text: string, from: number, to: number): void {
  view.dispatch({
    ...insertCompletionText(view.state, text, from, to),
    annotations: pickedCompletion.of(completion),
  });
}
