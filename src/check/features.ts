import { aggregatorInfo } from "../promql/aggregators.js";
import { isAtLeast, type Feature, type PrometheusTarget } from "../promql/features.js";
import { functionInfo } from "../promql/functions.js";
import type { Node, Token } from "../syntax/ast.js";
import type { Problem, Span } from "../syntax/problem.js";

/** What a server lacks: a function or aggregation that is newer than its version, or needs a flag that is off. */
export function* checkFeatures(node: Node, target: PrometheusTarget): Iterable<Problem> {
  switch (node.kind) {
    case "Call": {
      const info = functionInfo(node.name.text);
      if (info) yield* checkName(node.name, info.since, needsFlag(info, target), target);
      return;
    }
    case "Aggregation": {
      const { addedIn, experimental } = aggregatorInfo(node.op.text);
      yield* checkName(node.op, addedIn ?? "0", experimental === true, target);
      return;
    }
    case "VectorSelector":
    case "RangeSelector":
      if (node.extension)
        yield* checkFlag(node.extension.span, node.extension.text, "promql-extended-range-selectors", target);
      return;
    case "Binary":
      if (node.fill) yield* checkFlag(node.fill.span, "fill", "promql-binop-fill-modifiers", target);
  }
}

function needsFlag(info: { experimental?: true; stableSince?: string }, { version }: PrometheusTarget): boolean {
  if (info.experimental) return true;
  return info.stableSince !== undefined && version !== undefined && !isAtLeast(version, info.stableSince);
}

function* checkName(name: Token, since: string, needsFlag: boolean, target: PrometheusTarget): Iterable<Problem> {
  if (target.version !== undefined && !isAtLeast(target.version, since)) {
    yield {
      code: "too-new",
      severity: "error",
      at: name.span,
      message: `\`${name.text}()\` came with Prometheus ${since}, and the query is for ${target.version}`,
      help: "upgrade the server, or write the query without it",
      prometheus: `unknown function with name ${JSON.stringify(name.text)}`,
    };
  } else if (needsFlag) {
    yield* checkFlag(name.span, `${name.text}()`, "promql-experimental-functions", target);
  }
}

function* checkFlag(at: Span, what: string, feature: Feature, target: PrometheusTarget): Iterable<Problem> {
  if (target.features?.includes(feature)) return;
  yield {
    code: "experimental",
    severity: target.features || target.version !== undefined ? "error" : "info",
    at,
    message: `\`${what}\` is experimental: a server rejects it without the feature flag \`${feature}\``,
    help: `start Prometheus with \`--enable-feature=${feature}\``,
  };
}
