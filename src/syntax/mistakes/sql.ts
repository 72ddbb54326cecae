import { isAggregator } from "../../promql/aggregators.js";
import { quote } from "../../promql/strings.js";

const statement =
  /^\s*select\s+(?:distinct\s+)?(?:(\w+)\s*\(\s*(\w+|\*)\s*\)|(\*|[\w:]+)(?:\s*,\s*\w+)*)(?:\s+from\s+([A-Za-z_:][\w:]*))?(?:\s+where\s+(\S.*?))?(?:\s+group\s+by\s+(\w+(?:\s*,\s*\w+)*))?\s*;?\s*$/i;
const condition = /^([A-Za-z_]\w*)\s*(=~|!=|==?|<>)\s*("[^"]*"|'[^']*'|\w+)$/;
const aggregations: Readonly<Record<string, string>> = { average: "avg", mean: "avg", total: "sum" };

/** What a statement of SQL asks for, as a query; nothing where it is more than a selection, its conditions and its groups. */
export function fromSql(text: string): string | undefined {
  if (text.length > 1000) return undefined;
  const [, fn, argument, column = argument, from, where, groups] = statement.exec(text) ?? [];
  const metric = from ?? (where === undefined && groups === undefined ? "" : (column ?? ""));
  const conditions = (where ?? "").split(/\s+and\s+/i).filter((each) => each !== "");
  const matchers = conditions.map(matcherOf);
  if (!/^[A-Za-z_:]/.test(metric) || !matchers.every((matcher) => matcher !== undefined)) return undefined;
  const selector = matchers.length === 0 ? metric : `${metric}{${matchers.join(", ")}}`;
  const lower = fn?.toLowerCase();
  const op = lower !== undefined && Object.hasOwn(aggregations, lower) ? aggregations[lower] : lower;
  if (op === undefined) return groups === undefined ? selector : undefined;
  if (!isAggregator(op)) return undefined;
  return groups === undefined ? `${op}(${selector})` : `${op} by (${groups}) (${selector})`;
}

function matcherOf(text: string): string | undefined {
  const [, label, sign = "", value = ""] = condition.exec(text.trim()) ?? [];
  if (label === undefined) return undefined;
  const op = sign === "<>" ? "!=" : sign === "==" ? "=" : sign;
  return label + op + quote(/^["']/.test(value) ? value.slice(1, -1) : value);
}
