import { aggregatorInfo } from "../promql/aggregators.js";
import { isAtLeast, type Feature, type PrometheusTarget } from "../promql/features.js";
import { functionInfo } from "../promql/functions.js";
import { operatorInfo } from "../promql/operators.js";
import { syntaxVersion, type SyntaxName } from "../promql/syntax-versions.js";
import type { Aggregation, Call, DurationExpr, Modifiers, Node, Token } from "../syntax/ast.js";
import { noProblems, type Problem, type Span } from "../syntax/problem.js";

/** What a server lacks: a function, an aggregation or syntax that is newer than its version, or needs a flag that is off. */
export function checkVersion(node: Node, target: PrometheusTarget): readonly Problem[] {
  if (node.kind === "Call") return ofCall(node, target);
  if (node.kind === "Aggregation") return ofAggregation(node, target).concat(ofSyntax(node, target));
  return ofSyntax(node, target);
}

function ofCall({ name }: Call, target: PrometheusTarget): readonly Problem[] {
  const info = functionInfo(name.text);
  return info ? lacking(name.span, called(name), info.since, flagOf(info), target) : noProblems;
}

function ofAggregation({ op }: Aggregation, target: PrometheusTarget): readonly Problem[] {
  const { addedIn = "0", experimental } = aggregatorInfo(op.text);
  return lacking(op.span, called(op), addedIn, experimental ? { flag: functionsFlag } : {}, target);
}

function ofSyntax(node: Node, target: PrometheusTarget): readonly Problem[] {
  const used: Used[] = [];
  collect(node, used);
  if (used.length === 0) return noProblems;
  return used.flatMap(([name, at]) => {
    const version = syntaxVersion(name);
    return lacking(at, version.name, version.since, version, target);
  });
}

const functionsFlag: Feature = "promql-experimental-functions";

/** A flag that is needed, until a version where there is one. */
interface Gate {
  readonly flag?: Feature;
  readonly stableSince?: string;
}

function flagOf({ experimental, stableSince }: { experimental?: true; stableSince?: string }): Gate {
  if (experimental) return { flag: functionsFlag };
  return stableSince === undefined ? {} : { flag: functionsFlag, stableSince };
}

function called({ text }: Token): string {
  return `\`${text}()\``;
}

/** Syntax that not every server knows, and where it stands. */
type Used = readonly [name: SyntaxName, at: Span];

function collect(node: Node, used: Used[]): void {
  switch (node.kind) {
    case "NumberLiteral":
      if (node.text.includes("_")) used.push(["underscores", node.span]);
      if (node.duration) used.push(["durationAsNumber", node.span]);
      return;
    case "VectorSelector":
      if (node.metric && isQuoted(node.metric)) used.push(["quotedName", node.metric.span]);
      if (node.extension) used.push(["extension", node.extension.span]);
      collectModifiers(node, used);
      return;
    case "RangeSelector":
      if (node.extension) used.push(["extension", node.extension.span]);
      collectBrackets(node.range, used);
      collectModifiers(node, used);
      return;
    case "Subquery":
      collectBrackets(node.range, used);
      if (node.step) collectBrackets(node.step, used);
      collectModifiers(node, used);
      return;
    case "LabelMatcher":
      if (isQuoted(node.label)) used.push(["quotedName", node.label.span]);
      return;
    case "Aggregation":
      collectLabels(node.grouping?.labels ?? [], used);
      return;
    case "Binary":
      if (node.fill) used.push(["fill", node.fill.span]);
      if (operatorInfo(node.op.text).class === "trim") used.push(["trim", node.op.span]);
      collectLabels([...(node.matching?.labels ?? []), ...(node.matching?.group?.include ?? [])], used);
      return;
    case "DurationLiteral":
      if (!node.duration && !node.variable) used.push(["numberAsDuration", node.span]);
      return;
    case "DurationBinary":
      used.push(["durationArithmetic", node.op.span]);
      return;
    case "DurationUnary":
    case "DurationParen":
      used.push(["durationArithmetic", node.span]);
      return;
    case "DurationCall":
      used.push([node.name.text, node.name.span]);
      return;
    case "StringLiteral":
    case "Paren":
    case "Unary":
    case "Call":
  }
}

function collectModifiers({ at, offset }: Modifiers, used: Used[]): void {
  if (at?.duration) used.push(["durationAsTime", at.span]);
  if (offset?.duration.kind !== "DurationLiteral") return;
  const { text, seconds, duration, span } = offset.duration;
  if (seconds === 0 && duration) used.push(["zeroOffset", span]);
  else if (/^(?:\+|-\s*[+-])/.test(text)) used.push(["signedDuration", span]);
}

function collectBrackets(duration: DurationExpr, used: Used[]): void {
  if (duration.kind === "DurationLiteral" && /^[+-]/.test(duration.text)) used.push(["signedDuration", duration.span]);
}

function collectLabels(labels: readonly Token[], used: Used[]): void {
  for (const label of labels) {
    if (isQuoted(label)) used.push(["quotedGroupingLabel", label.span]);
    else if (label.text.includes(":") && !label.variable) used.push(["colonLabel", label.span]);
  }
}

/** The text of a token has no quotes, so what stands in quotes is longer in the query. */
function isQuoted({ text, span, variable }: Token): boolean {
  return !variable && span.to - span.from > text.length;
}

function lacking(
  at: Span,
  what: string,
  since: string,
  { flag, stableSince }: Gate,
  { version, features }: PrometheusTarget,
): readonly Problem[] {
  if (version !== undefined && !isAtLeast(version, since)) {
    return [
      {
        code: "too-new",
        severity: "error",
        at,
        message: `${what} came with Prometheus ${since}, and the query is for ${version}`,
        help: "upgrade the server, or write the query without it",
      },
    ];
  }
  if (flag && !(stableSince !== undefined && isAtLeast(version ?? "3.14", stableSince)) && !features?.includes(flag)) {
    return [
      {
        code: "experimental",
        severity: features || version !== undefined ? "error" : "info",
        at,
        message: `${what} is experimental: a server rejects it without the feature flag \`${flag}\``,
        help: `start Prometheus with \`--enable-feature=${flag}\``,
      },
    ];
  }
  return noProblems;
}
