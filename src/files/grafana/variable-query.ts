import type { Span } from "../../syntax/problem.js";

/** The PromQL within the query of a variable; without a part where there is none. */
export interface VariableQuery {
  readonly part?: Span;
  /** Set where Grafana does not understand it: what it would be. */
  readonly wanted?: string;
}

/**
 * What Grafana makes of the query of a variable: `label_values(label)`, `label_values(selector, label)`,
 * `query_result(query)`, `metrics(pattern)`, `label_names()`, `label_names(selector)`. `undefined` for everything else,
 * which Grafana takes for a selector.
 * https://grafana.com/docs/grafana/latest/datasources/prometheus/template-variables/
 */
export function variableQuery(text: string): VariableQuery | undefined {
  const called = /^\s*(label_values|query_result|metrics|label_names)\s*\(/.exec(text);
  const name = called?.[1];
  const wanted = name === undefined ? undefined : forms.get(name);
  if (!called || wanted === undefined) return undefined;

  const end = text.trimEnd().length - 1;
  const from = called[0].length;
  if (text[end] !== ")" || end < from) return { wanted };
  const inside = { from, to: end };
  if (name === "label_values") return labelValues(text, inside) ?? { wanted };
  if (name === "metrics") return {};
  return inner(text, inside) ?? (name === "query_result" ? { wanted } : {});
}

const forms: ReadonlyMap<string, string> = new Map([
  ["label_values", "`label_values(label)` or `label_values(selector, label)`"],
  ["query_result", "`query_result(query)`"],
  ["metrics", "`metrics(pattern)`"],
  ["label_names", "`label_names()` or `label_names(selector)`"],
]);

/** The label is what follows the last comma; the selector before it may hold commas of its own. */
function labelValues(text: string, { from, to }: Span): VariableQuery | undefined {
  const comma = text.lastIndexOf(",", to - 1);
  const before = comma < from ? undefined : inner(text, { from, to: comma });
  const label = text.slice(Math.max(from, comma + 1), to).trim();
  if (!/^(?:[\w$.:]|\$\{[^{}]*\}|\[\[[^[\]]*\]\])+$|^"[^"]+"$/.test(label)) return undefined;
  return comma < from ? {} : before;
}

/** A part without the blanks around it; `undefined` where nothing is left. */
function inner(text: string, { from, to }: Span): VariableQuery | undefined {
  const part = text.slice(from, to);
  const start = from + part.length - part.trimStart().length;
  return part.trim() === "" ? undefined : { part: { from: start, to: start + part.trim().length } };
}
