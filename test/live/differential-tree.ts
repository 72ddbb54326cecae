import { valueType } from "../../src/analysis/value-type.js";
import { operatorInfo } from "../../src/promql/operators.js";
import { metricName } from "../../src/promql/labels.js";
import { formatNumber } from "../../src/promql/numbers.js";
import { isObject, type JsonObject } from "../../src/prometheus/shape.js";
import { walk } from "../../src/syntax/walk.js";
import type { Binary, DurationExpr, Expr, Modifiers, Token, VectorSelector } from "../../src/syntax/ast.js";

/** Whether a query calculates with durations: `/api/v1/parse_query` of 3.5 does not show them. */
export function calculatesDurations(expr: Expr): boolean {
  return Array.from(walk(expr)).some(({ kind }) => kind.startsWith("Duration") && kind !== "DurationLiteral");
}

/** A tree as {@link serverTree} leaves it. */
export function treeOf(expr: Expr): unknown {
  switch (expr.kind) {
    case "NumberLiteral":
      return { type: "numberLiteral", val: formatNumber(expr.value) };
    case "StringLiteral":
      return { type: "stringLiteral", val: sent(expr.value) };
    case "Paren":
      return { type: "parenExpr", expr: treeOf(expr.expr) };
    case "Unary":
      return { type: "unaryExpr", op: expr.op.text, expr: treeOf(expr.expr) };
    case "Binary":
      return {
        type: "binaryExpr",
        op: expr.op.text,
        lhs: treeOf(expr.left),
        rhs: treeOf(expr.right),
        bool: expr.bool !== undefined,
        matching: matchingOf(expr),
      };
    case "Call":
      return { type: "call", func: expr.name.text, args: expr.args.map(treeOf) };
    case "Aggregation":
      return {
        type: "aggregation",
        op: expr.op.text,
        expr: treeOf(expr.expr),
        param: expr.param ? treeOf(expr.param) : null,
        grouping: texts(expr.grouping?.labels ?? []),
        without: expr.grouping?.mode.text === "without",
      };
    case "VectorSelector":
      return { type: "vectorSelector", ...selectorOf(expr), ...modifiersOf(expr) };
    case "RangeSelector":
      return {
        type: "matrixSelector",
        range: milliseconds(expr.range),
        ...selectorOf(expr.vector),
        ...modifiersOf(expr),
      };
    case "Subquery":
      return {
        type: "subquery",
        expr: treeOf(expr.expr),
        range: milliseconds(expr.range),
        step: expr.step ? milliseconds(expr.step) : 0,
        ...modifiersOf(expr),
      };
  }
}

/** What `/api/v1/parse_query` answers, with the names of functions only, and matchers in the order of their text. */
export function serverTree(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(serverTree);
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => {
      if (key === "func" && isObject(inner)) return [key, inner["name"]];
      if (key === "matchers" && Array.isArray(inner)) return [key, inner.filter(isObject).map(matcherText).sort()];
      return [key, serverTree(inner)];
    }),
  );
}

function matcherText({ name, type, value }: JsonObject): string {
  return JSON.stringify({ name, type, value });
}

function selectorOf({ metric, matchers, braces }: VectorSelector) {
  const written = matchers.map(({ label, op, value }) => ({ name: label.text, type: op.text, value: sent(value) }));
  const all = metric ? [...written, { name: metricName, type: "=", value: sent(metric.text) }] : written;
  const outside = metric && (!braces || metric.span.from < braces.from);
  return { name: outside ? metric.text : "", matchers: all.map(matcherText).sort() };
}

function modifiersOf({ at, offset }: Modifiers) {
  return {
    offset: offset ? milliseconds(offset.duration) : 0,
    timestamp: typeof at?.time === "number" ? wholeMilliseconds(at.time) : null,
    startOrEnd: typeof at?.time === "string" ? at.time : null,
  };
}

/** Nothing but instant vectors are matched. */
function matchingOf({ op, left, right, matching }: Binary) {
  if (valueType(left) !== "vector" || valueType(right) !== "vector") return null;
  const group = matching?.group;
  const one = operatorInfo(op.text).class === "set" ? "many-to-many" : "one-to-one";
  return {
    card: group ? (group.side === "left" ? "many-to-one" : "one-to-many") : one,
    labels: texts(matching?.labels ?? []),
    on: matching?.mode.text === "on",
    include: texts(group?.include ?? []),
  };
}

function texts(tokens: readonly Token[]): string[] {
  return tokens.map(({ text }) => sent(text));
}

function milliseconds(duration: DurationExpr): number {
  return duration.kind === "DurationLiteral" ? wholeMilliseconds(duration.seconds) : NaN;
}

/** Half a millisecond goes away from zero. */
function wholeMilliseconds(seconds: number): number {
  return Math.sign(seconds) * Math.round(Math.abs(seconds) * 1000);
}

/** A text as JSON brings it: bytes that are no UTF-8, which a string keeps as lone surrogates, are lost. */
export function sent(text: string): string {
  return text.replace(/\p{Surrogate}/gu, "\uFFFD");
}
