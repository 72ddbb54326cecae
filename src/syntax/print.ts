import { compareCodePoints } from "../promql/code-points.js";
import { formatDuration } from "../promql/durations.js";
import { isLegacyLabel, metricName } from "../promql/labels.js";
import { formatNumber } from "../promql/numbers.js";
import { quote } from "../promql/strings.js";
import {
  assertNever,
  type Aggregation,
  type At,
  type Binary,
  type DurationBinary,
  type DurationExpr,
  type DurationLiteral,
  type Expr,
  type Fill,
  type LabelMatcher,
  type Modifiers,
  type Node,
  type Token,
  type VectorMatching,
  type VectorSelector,
} from "./ast.js";
import { isZeroDuration } from "./zero-duration.js";

/** A node in Prometheus' canonical form, on one line: keywords in lower case, matchers sorted, durations normalised. */
export function print(node: Node): string {
  switch (node.kind) {
    case "NumberLiteral":
      return node.duration ? formatDuration(node.value) : formatNumber(node.value);
    case "StringLiteral":
      return quote(node.value);
    case "Paren":
      return `(${print(node.expr)})`;
    case "Unary":
      return node.op.text + print(node.expr);
    case "Binary":
      return printBinary(node);
    case "Call":
      return `${node.name.text}(${node.args.map(print).join(", ")})`;
    case "Aggregation":
      return printAggregation(node);
    case "VectorSelector":
      return printSelector(node) + printModifiers(node);
    case "RangeSelector":
      return `${printSelector(node.vector)}[${printRange(node.range)}]${printModifiers(node)}`;
    case "Subquery": {
      const step = node.step ? printRange(node.step) : "";
      return `${print(node.expr)}[${printRange(node.range)}:${step}]${printModifiers(node)}`;
    }
    case "LabelMatcher":
      return printMatcher(node);
    case "DurationLiteral":
    case "DurationParen":
    case "DurationUnary":
    case "DurationBinary":
    case "DurationCall":
      return printDuration(node);
    default:
      return assertNever(node);
  }
}

/** Goes down the left side in a loop: a chain of operators may be of any length. */
function printBinary(node: Binary): string {
  const parts: string[] = [];
  let left: Expr = node;
  for (; left.kind === "Binary"; left = left.left) parts.push(` ${printOperator(left)} ${print(left.right)}`);
  return print(left) + parts.reverse().join("");
}

/** The operator of a binary expression with all that stands between it and its right side. */
export function printOperator({ op, bool, matching, fill }: Binary): string {
  return op.text + (bool ? " bool" : "") + (matching ? printMatching(matching) : "") + (fill ? printFill(fill) : "");
}

function printMatching({ mode, labels, group }: VectorMatching): string {
  const selects = mode.text === "on" || labels.length > 0 || group !== undefined;
  const first = selects ? ` ${mode.text} (${printLabels(labels)})` : "";
  return first + (group ? ` group_${group.side} (${printLabels(group.include)})` : "");
}

function printFill({ left, right }: Fill): string {
  if (left && right && Object.is(left.value, right.value)) return ` fill (${print(left)})`;
  return (left ? ` fill_left (${print(left)})` : "") + (right ? ` fill_right (${print(right)})` : "");
}

function printAggregation(node: Aggregation): string {
  const args = node.param ? `${print(node.param)}, ${print(node.expr)}` : print(node.expr);
  return `${node.op.text}${printGrouping(node)}(${args})`;
}

/** ` by (…) ` or ` without (…) `, or nothing. */
export function printGrouping({ grouping }: Aggregation): string {
  if (!grouping || (grouping.mode.text === "by" && grouping.labels.length === 0)) return "";
  return ` ${grouping.mode.text} (${printLabels(grouping.labels)}) `;
}

function printLabels(labels: readonly Token[]): string {
  return labels.map(printLabel).join(", ");
}

function printLabel({ text, variable }: Token): string {
  return variable === true || isLegacyLabel(text) ? text : quote(text);
}

/** A selector without its modifiers. */
function printSelector({ metric, matchers, braces }: VectorSelector): string {
  const quoted = metric && braces && metric.span.from >= braces.from;
  const inside = matchers.map(printMatcher);
  if (quoted) inside.push(`${metricName}=${quote(metric.text)}`);
  const before = metric && !quoted ? metric.text : "";
  const keepsBraces = inside.length > 0 || !metric;
  return before + (keepsBraces ? `{${inside.sort(compareCodePoints).join(",")}}` : "");
}

function printMatcher({ label, op, value, valueToken }: LabelMatcher): string {
  if (op.span.from === op.span.to) return label.text;
  const isString = /^["'`]/.test(valueToken.text);
  return printLabel(label) + op.text + (isString ? quote(value) : valueToken.text);
}

/** ` @ …`, ` offset …` and `anchored` or `smoothed` of a selector or subquery. */
export function printModifiers({ at, offset, extension }: Modifiers & Pick<VectorSelector, "extension">): string {
  const time = at && printTime(at);
  return (
    (extension ? ` ${extension.text}` : "") +
    (time === undefined ? "" : ` @ ${time}`) +
    (offset && !isZeroDuration(offset.duration) ? ` offset ${printRange(offset.duration)}` : "")
  );
}

function printTime({ time, variable }: At): string {
  if (variable) return variable.text;
  return typeof time === "number" ? wholeMilliseconds(time).toFixed(3) : `${time}()`;
}

/** Half a millisecond goes away from zero. */
function wholeMilliseconds(seconds: number): number {
  return (Math.sign(seconds) * Math.round(Math.abs(seconds) * 1000)) / 1000;
}

/** A duration where a single number means seconds. */
export function printRange(duration: DurationExpr): string {
  return duration.kind === "DurationLiteral" ? printSeconds(duration) : printDuration(duration);
}

function printSeconds({ seconds, text, variable }: DurationLiteral): string {
  return variable ? text : formatDuration(seconds);
}

function printDurationBinary(node: DurationBinary): string {
  const parts: string[] = [];
  let left: DurationExpr = node;
  for (; left.kind === "DurationBinary"; left = left.left) parts.push(` ${left.op.text} ${printDuration(left.right)}`);
  return printDuration(left) + parts.reverse().join("");
}

/** A duration within arithmetic, where numbers stay numbers. */
function printDuration(node: DurationExpr): string {
  switch (node.kind) {
    case "DurationLiteral":
      return node.duration || node.variable ? printSeconds(node) : formatNumber(node.seconds);
    case "DurationParen":
      return `(${printDuration(node.expr)})`;
    case "DurationUnary":
      return node.op.text === "+" ? printDuration(node.expr) : `-${printDuration(node.expr)}`;
    case "DurationBinary":
      return printDurationBinary(node);
    case "DurationCall":
      return `${node.name.text}(${node.args.map(printDuration).join(", ")})`;
    default:
      return assertNever(node);
  }
}
