import { labelsOf, labelValue, type Label, type Labels, withLabel } from "../engine/labels.js";
import { metricName } from "../promql/labels.js";
import { expandTemplate } from "../templates/expand.js";
import { advanceAlerts, type ActiveAlert, type Annotation, type RaisedAlert } from "./alert-state.js";
import type { RuleStorage, VectorSample } from "./rule-storage.js";
import type { TestedAlert, TestedGroup, TestedRecord, TestedRule } from "./rule-set.js";

/** A rule with what it keeps from one evaluation to the next. */
export interface RunningRule {
  readonly rule: TestedRule;
  readonly group: TestedGroup;
  readonly active: Map<string, ActiveAlert>;
  /** The series that its last evaluation has written. */
  written: ReadonlyMap<string, Labels>;
}

/** What the rules of a test read. */
export interface RuleWorld {
  readonly storage: RuleStorage;
  readonly externalLabels: Readonly<Record<string, string>>;
  readonly externalUrl: string;
}

/** Why the evaluation of a rule fails; `isUnsupported` where only the engine does not know its result. */
export interface RuleFailure {
  readonly error: string;
  readonly isUnsupported: boolean;
}

/** A rule before its first evaluation. */
export function startRule(rule: TestedRule, group: TestedGroup): RunningRule {
  return { rule, group, active: new Map(), written: new Map() };
}

/** Evaluates a rule at a time in milliseconds, and writes its series; answers why that fails. */
export function evaluateRule(running: RunningRule, time: number, world: RuleWorld): RuleFailure | undefined {
  const { rule, group } = running;
  const at = time - group.queryOffset;
  const answer = world.storage.vector(rule.query, at);
  if ("error" in answer) return answer;
  const samples =
    rule.kind === "record"
      ? recorded(rule, group, answer.samples)
      : alerted(running, rule, answer.samples, time, world);
  if ("error" in samples) return samples;
  return write(running, samples, at, world.storage);
}

/** Writes the samples of a rule, and ends the series that it does not give any more. */
function write(
  running: RunningRule,
  samples: readonly VectorSample[],
  time: number,
  storage: RuleStorage,
): RuleFailure | undefined {
  const written = new Map<string, Labels>();
  let failure: RuleFailure | undefined;
  for (const { labels, value } of samples) {
    const error = storage.append(labels, time, value);
    if (error === undefined) written.set(labels.key, labels);
    else failure ??= { error, isUnsupported: false };
  }
  for (const [key, labels] of running.written) if (!written.has(key)) storage.append(labels, time, "stale");
  running.written = written;
  return failure;
}

function recorded(
  { name, labels }: TestedRecord,
  { limit }: TestedGroup,
  samples: readonly VectorSample[],
): readonly VectorSample[] | RuleFailure {
  const named = samples.map(({ labels: own, value }) => ({
    labels: labelsOf([...own.pairs, [metricName, name], ...labels]),
    value,
  }));
  if (new Set(named.map((sample) => sample.labels.key)).size < named.length) {
    return failed("vector contains metrics with the same labelset after applying rule labels");
  }
  if (limit > 0 && named.length > limit) return failed(`exceeded limit of ${limit} with ${named.length} series`);
  return named;
}

function failed(error: string): RuleFailure {
  return { error, isUnsupported: false };
}

function alerted(
  running: RunningRule,
  rule: TestedAlert,
  samples: readonly VectorSample[],
  time: number,
  world: RuleWorld,
): readonly VectorSample[] | RuleFailure {
  const { active, group } = running;
  const raised: RaisedAlert[] = [];
  const keys = new Set<string>();
  for (const sample of samples) {
    const alert = raise(rule, sample, time, world);
    if ("error" in alert) return alert;
    if (keys.has(alert.labels.key)) {
      return failed("vector contains metrics with the same labelset after applying alert labels");
    }
    keys.add(alert.labels.key);
    raised.push(alert);
  }
  advanceAlerts(active, raised, rule, time);
  if (group.limit > 0 && active.size > group.limit) {
    const { size } = active;
    active.clear();
    return failed(`exceeded limit of ${group.limit} with ${size} alerts`);
  }
  return Array.from(active.values(), (alert) => alertSeries(rule, alert)).flat();
}

function raise(rule: TestedAlert, sample: VectorSample, time: number, world: RuleWorld): RaisedAlert | RuleFailure {
  const expand = (text: string): Annotation => expanded(text, rule, sample, time, world);
  const labels: Label[] = sample.labels.pairs.filter(([name]) => name !== metricName);
  for (const [name, text] of rule.labels) {
    const value = expand(text);
    if (typeof value !== "string") return { error: value.unsupported, isUnsupported: true };
    labels.push([name, value]);
  }
  labels.push(["alertname", rule.name]);
  const annotations = rule.annotations.map(([name, text]) => [name, expand(text)] as const);
  return { labels: labelsOf(labels), annotations: new Map(annotations) };
}

function expanded(
  text: string,
  rule: TestedAlert,
  sample: VectorSample,
  time: number,
  { storage, externalLabels, externalUrl }: RuleWorld,
): Annotation {
  let unsupported: string | undefined;
  const result = expandTemplate(text, {
    alert: rule.name,
    labels: Object.fromEntries(sample.labels.pairs),
    value: sample.value,
    externalLabels,
    externalUrl,
    time: time / 1000,
    query: (query) => {
      const answer = storage.vector(query, time);
      if ("samples" in answer) {
        return answer.samples.map(({ labels, value }) => ({ labels: Object.fromEntries(labels.pairs), value }));
      }
      if (answer.isUnsupported) unsupported = answer.error;
      return answer;
    },
  });
  if (unsupported !== undefined) return { unsupported };
  return "text" in result ? result.text : result;
}

/**
 * The series that tell of an alert. A label whose template gives nothing has the text of its template there, as in
 * Prometheus.
 */
function alertSeries(rule: TestedAlert, { labels, state, activeAt }: ActiveAlert): readonly VectorSample[] {
  const base = labelsOf([...rule.labels.filter(([name]) => labelValue(labels, name) === ""), ...labels.pairs]);
  const alerts = labelsOf([...base.pairs, [metricName, "ALERTS"], ["alertstate", state]]);
  return [
    { labels: alerts, value: 1 },
    { labels: withLabel(base, metricName, "ALERTS_FOR_STATE"), value: Math.floor(activeAt / 1000) },
  ];
}
