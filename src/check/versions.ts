import { aggregatorInfo } from "../promql/aggregators.js";
import { isAtLeast, type Feature, type PrometheusTarget } from "../promql/features.js";
import { functionInfo } from "../promql/functions.js";
import { operatorInfo } from "../promql/operators.js";
import { syntaxVersion, type SyntaxName } from "../promql/syntax-versions.js";
import type { Aggregation, Call, DurationExpr, Modifiers, Node, Token } from "../syntax/ast.js";
import type { Problem, Span } from "../syntax/problem.js";

/** What a server lacks: a function, an aggregation or syntax that is newer than its version, or needs a flag that is off. */
export function checkVersion(node: Node, target: PrometheusTarget): readonly Problem[] {
  if (node.kind === "Call") return ofCall(node, target);
  if (node.kind === "Aggregation") return [...ofAggregation(node, target), ...ofSyntax(node, target)];
  return ofSyntax(node, target);
}

const none: readonly Problem[] = [];

function ofCall({ name }: Call, target: PrometheusTarget): readonly Problem[] {
  const info = functionInfo(name.text);
  return info ? lacking(name.span, called(name), info.since, flagOf(info), target) : none;
}

function ofAggregation({ op }: Aggregation, target: PrometheusTarget): readonly Problem[] {
  const { addedIn = "0", experimental } = aggregatorInfo(op.text);
  return lacking(op.span, called(op), addedIn, experimental ? { flag: functionsFlag } : {}, target);
}

function ofSyntax(node: Node, target: PrometheusTarget): readonly Problem[] {
  const used = [...syntaxOf(node)];
  if (used.length === 0) return none;
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

function* syntaxOf(node: Node): Iterable<[SyntaxName, Span]> {
  switch (node.kind) {
    case "NumberLiteral":
      if (node.text.includes("_")) yield ["underscores", node.span];
      if (node.duration) yield ["durationAsNumber", node.span];
      return;
    case "VectorSelector":
      if (node.metric && isQuoted(node.metric)) yield ["quotedName", node.metric.span];
      if (node.extension) yield ["extension", node.extension.span];
      yield* modifierSyntax(node);
      return;
    case "RangeSelector":
      if (node.extension) yield ["extension", node.extension.span];
      yield* bracketSyntax(node.range);
      yield* modifierSyntax(node);
      return;
    case "Subquery":
      yield* bracketSyntax(node.range);
      if (node.step) yield* bracketSyntax(node.step);
      yield* modifierSyntax(node);
      return;
    case "LabelMatcher":
      if (isQuoted(node.label)) yield ["quotedName", node.label.span];
      return;
    case "Aggregation":
      yield* labelSyntax(node.grouping?.labels ?? []);
      return;
    case "Binary":
      if (node.fill) yield ["fill", node.fill.span];
      if (operatorInfo(node.op.text).class === "trim") yield ["trim", node.op.span];
      yield* labelSyntax([...(node.matching?.labels ?? []), ...(node.matching?.group?.include ?? [])]);
      return;
    case "DurationLiteral":
      if (!node.duration && !node.variable) yield ["numberAsDuration", node.span];
      return;
    case "DurationBinary":
      yield ["durationArithmetic", node.op.span];
      return;
    case "DurationUnary":
    case "DurationParen":
      yield ["durationArithmetic", node.span];
      return;
    case "DurationCall":
      yield [node.name.text, node.name.span];
      return;
    case "StringLiteral":
    case "Paren":
    case "Unary":
    case "Call":
  }
}

function* modifierSyntax({ at, offset }: Modifiers): Iterable<[SyntaxName, Span]> {
  if (at?.duration) yield ["durationAsTime", at.span];
  if (offset?.duration.kind !== "DurationLiteral") return;
  const { text, seconds, duration, span } = offset.duration;
  if (seconds === 0 && duration) yield ["zeroOffset", span];
  else if (/^(?:\+|-\s*[+-])/.test(text)) yield ["signedDuration", span];
}

function* bracketSyntax(duration: DurationExpr): Iterable<[SyntaxName, Span]> {
  if (duration.kind === "DurationLiteral" && /^[+-]/.test(duration.text)) yield ["signedDuration", duration.span];
}

function* labelSyntax(labels: readonly Token[]): Iterable<[SyntaxName, Span]> {
  for (const label of labels) {
    if (isQuoted(label)) yield ["quotedGroupingLabel", label.span];
    else if (label.text.includes(":") && !label.variable) yield ["colonLabel", label.span];
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
  return none;
}
