import { alternativesOf } from "../promql/alternatives.js";
import { metricName } from "../promql/labels.js";
import { matchesPattern } from "../promql/regex.js";
import { nearest } from "../promql/spelling.js";
import type { LabelMatcher } from "../syntax/ast.js";
import type { Questions } from "./questions.js";
import { mostRead } from "./misread-pattern.js";
import { listed, namesInWords, plainPart } from "./unmatched-value.js";

/** Labels of a metric whose values are asked for. */
const mostLabels = 30;

/**
 * Names the label that has all the values which a matcher wants of another label; `labels` are those of its metric, and `base`
 * selects it. Nothing where there is none. Rejects with a `PrometheusError` where the server does not answer.
 */
export async function labelOfValueHelp(
  { label, op, value }: LabelMatcher,
  labels: readonly string[],
  base: string | undefined,
  ask: Pick<Questions, "valuesOf">,
): Promise<string | undefined> {
  if (value === "" || (op.text !== "=" && op.text !== "=~")) return undefined;
  const wanted = alternativesOf(value);
  for (const other of labels.filter((name) => name !== label.text).slice(0, mostLabels)) {
    const values = new Set(await ask.valuesOf(other, base));
    if (!wanted.every((one) => values.has(one))) continue;
    return `${namesInWords(wanted)} ${wanted.length > 1 ? "are values" : "is a value"} of the label \`${other}\``;
  }
  return undefined;
}

/** The labels of a metric that `base` selects. Rejects with a `PrometheusError`. */
export async function labelsOf(base: string | undefined, ask: Questions): Promise<readonly string[]> {
  const labels = base ? Object.keys((await ask.labels(`topk(1, ${base})`))[0] ?? {}) : [];
  return labels.filter((name) => name !== metricName);
}

/** The label that is spelled alike, if it has such a value; else all labels, those first whose values hold the text. Rejects with a `PrometheusError`. */
export async function otherLabelHelp(
  matcher: LabelMatcher,
  base: string | undefined,
  names: readonly string[],
  ask: Questions,
): Promise<string | undefined> {
  const { label, op, value } = matcher;
  const alike = nearest(label.text, names);
  const [meant] = alike;
  if (meant !== undefined) {
    const values = await ask.valuesOf(meant, base);
    const fits = values.some((one) => (op.text === "=~" ? matchesPattern(value, one) : one === value));
    if (fits) return `did you mean \`${meant}\`?`;
  }
  const text = plainPart(value);
  const holding = text.length < shortest ? [] : await labelsHolding(text, names, base, ask);
  const found =
    holding.length > 0 ? `\`${text}\` is found in the values of ${namesInWords(holding, mostHolding)}; ` : "";
  return names.length > 0 ? `${found}${listed([...new Set([...holding, ...alike, ...names])])}` : undefined;
}

/** Shorter texts are found in too many values. */
const shortest = 3;

/** Labels that are told to hold a text. */
const mostHolding = 3;

/** The labels whose values hold a text: those that begin with it first. */
async function labelsHolding(
  text: string,
  names: readonly string[],
  base: string | undefined,
  ask: Pick<Questions, "valuesOf">,
): Promise<readonly string[]> {
  const [beginning, holding]: [string[], string[]] = [[], []];
  for (const name of names.slice(0, mostLabels)) {
    const values = (await ask.valuesOf(name, base)).slice(0, mostRead);
    if (values.some((value) => value.startsWith(text))) beginning.push(name);
    else if (values.some((value) => value.includes(text))) holding.push(name);
  }
  return [...beginning, ...holding];
}
