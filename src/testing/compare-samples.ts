import { type Labels, labelValue } from "../engine/labels.js";
import { isLegacyMetric, metricName } from "../promql/labels.js";
import { formatNumber } from "../promql/numbers.js";
import { formatLabel } from "./label-text.js";
import { differenceOf } from "./difference.js";
import type { DifferenceLine } from "./outcome.js";
import type { VectorSample } from "./rule-storage.js";

/** How the samples of a result differ from the expected ones, whose order says nothing; nothing where they do not. */
export function compareSamples(
  expected: readonly VectorSample[],
  found: readonly VectorSample[],
  isFuzzy: boolean,
): readonly DifferenceLine[] | undefined {
  const byKey = new Map(found.map((sample) => [sample.labels.key, sample.value]));
  const isEqual =
    expected.length === found.length &&
    new Set(expected.map(({ labels }) => labels.key)).size === expected.length &&
    expected.every(({ labels, value }) => areSame(value, byKey.get(labels.key), isFuzzy));
  if (isEqual) return undefined;
  // A value that passes for the expected one is no difference.
  const shown = expected.map(({ labels, value }) => {
    const other = byKey.get(labels.key);
    return { labels, value: areSame(value, other, isFuzzy) ? (other ?? value) : value };
  });
  const lines = differenceOf(shown.map(itemOf), found.map(itemOf));
  return lines.some(({ kind }) => kind !== "same") ? lines : lines.flatMap(nanAsBoth);
}

/** NaN looks like NaN and is not equal to it: such a line stands there twice. */
function nanAsBoth(line: DifferenceLine): readonly DifferenceLine[] {
  const { text } = line;
  if (!text.endsWith(" NaN")) return [line];
  return [
    { kind: "missing", text },
    { kind: "unexpected", text },
  ];
}

/** NaN is no value at all, in promtool too. */
function areSame(a: number, b: number | undefined, isFuzzy: boolean): boolean {
  if (b === undefined) return false;
  return a === b || (isFuzzy && (nextFloat(a, -1n) === b || nextFloat(a, 1n) === b));
}

/** The float beside another one. */
function nextFloat(value: number, direction: 1n | -1n): number {
  if (!Number.isFinite(value)) {
    return value === Infinity && direction === -1n
      ? Number.MAX_VALUE
      : value === -Infinity && direction === 1n
        ? -Number.MAX_VALUE
        : value;
  }
  if (value === 0) return direction === 1n ? Number.MIN_VALUE : -Number.MIN_VALUE;
  const bits = new DataView(new ArrayBuffer(8));
  bits.setFloat64(0, value);
  bits.setBigInt64(0, bits.getBigInt64(0) + (value > 0 ? direction : -direction));
  return bits.getFloat64(0);
}

function itemOf({ labels, value }: VectorSample): { readonly key: string; readonly lines: readonly string[] } {
  return { key: JSON.stringify(labels.pairs), lines: [`${seriesText(labels)} ${formatNumber(value)}`] };
}

/** A series as people write it: `up{job="api"}`, or `{}` without labels. */
function seriesText(labels: Labels): string {
  const name = labelValue(labels, metricName);
  const isOutside = isLegacyMetric(name);
  const pairs = labels.pairs.filter(([label]) => !(isOutside && label === metricName));
  const list = pairs.map(([label, value]) => formatLabel(label, value)).join(", ");
  return `${isOutside ? name : ""}${list === "" && isOutside ? "" : `{${list}}`}`;
}
