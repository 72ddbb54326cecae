import { isAggregator } from "../../promql/aggregators.js";
import { quote } from "../../promql/strings.js";
import type { Reading, Rejected } from "./habit.js";

/** A statement whose words are parted by one blank each. */
const statement =
  /^select (?:distinct )?(?:(\w+) ?\( ?(\w+|\*) ?\)|(\*|[\w:]+)(?: ?, ?\w+)*)(?: from ([A-Za-z_:][\w:]*))?(?: where (\S.*?))?(?: group by (\w+(?: ?, ?\w+)*))? ?;?$/i;
const condition = /^([A-Za-z_]\w*)\s*(=~|!=|==?|<>)\s*("[^"]*"|'[^']*'|\w+)$/;
const longest = 1000;
const aggregations: Readonly<Record<string, string>> = { average: "avg", mean: "avg", total: "sum" };

/** A statement of SQL: `select max(value) from up where job = 'api'`. */
export function* sql({ text, code }: Rejected): Iterable<Reading> {
  const from = code.search(/\S/);
  const insert = fromSql(text);
  if (insert === undefined) return;
  yield {
    at: { from, to: from + "select".length },
    code: "missing-operator",
    message: "`select` is no word of PromQL: a query is the expression alone",
    meant: { title: "Write it in PromQL", safety: "suggestion", edits: [{ from: 0, to: text.length, insert }] },
  };
}

/** What a statement asks for, as a query; nothing where it is more than a selection, its conditions and its groups. */
function fromSql(text: string): string | undefined {
  if (text.length > longest) return undefined;
  const [, fn, argument, column = argument, from, where, groups] = statement.exec(folded(text)) ?? [];
  const metric = from ?? (where === undefined && groups === undefined ? "" : (column ?? ""));
  const conditions = (where ?? "").split(/ and /i).filter((each) => each !== "");
  const matchers = conditions.map(matcherOf);
  if (!/^[A-Za-z_:]/.test(metric) || !matchers.every((matcher) => matcher !== undefined)) return undefined;
  const selector = matchers.length === 0 ? metric : `${metric}{${matchers.join(", ")}}`;
  const lower = fn?.toLowerCase();
  const op = lower !== undefined && Object.hasOwn(aggregations, lower) ? aggregations[lower] : lower;
  if (op === undefined) return groups === undefined ? selector : undefined;
  if (!isAggregator(op)) return undefined;
  return groups === undefined ? `${op}(${selector})` : `${op} by (${groups}) (${selector})`;
}

/** With one blank where there are several; those in quotes stay. */
function folded(text: string): string {
  return text.replace(/("[^"]*"|'[^']*')|\s+/g, (_, quoted?: string) => quoted ?? " ").trim();
}

function matcherOf(text: string): string | undefined {
  const [, label, sign = "", value = ""] = condition.exec(text.trim()) ?? [];
  if (label === undefined) return undefined;
  const op = sign === "<>" ? "!=" : sign === "==" ? "=" : sign;
  return label + op + quote(/^["']/.test(value) ? value.slice(1, -1) : value);
}
