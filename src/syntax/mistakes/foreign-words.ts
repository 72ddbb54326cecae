/**
 * What words of SQL and of plain English are in PromQL, as a help. `<x>` stands for what they were written behind, `<m>` for
 * its metric, `<label>` for a label and `<next>` for a metric behind them, `<agg>` for an aggregation.
 */
const helps: Readonly<Record<string, string>> = {
  and: "write it between two expressions: `a and b`",
  as: "remove it: a recording rule gives a result a name of its own",
  asc: "use `sort(<x>)`",
  between: "compare twice: `<x> >= 1 and <x> <= 5`",
  desc: "use `sort_desc(<x>)`",
  distinct: "count the groups, one for each value of a label: `count(count by (pod) (<x>))`",
  each: "group an aggregation: `<agg> by (<label>) (<x>)`",
  exists: "write the metric alone: it gives the series that exist",
  filter: 'put conditions on labels in braces, `<m>{job="api"}`, and compare values with an operator: `<m> > 0`',
  from: "write the metric alone: `<next>`",
  group: "group an aggregation: `<agg> by (pod) (<x>)`",
  group_by: "group an aggregation: `<agg> by (<label>) (<x>)`",
  grouped: "group an aggregation: `<agg> by (pod) (<x>)`",
  having: "compare the result: `<x> > 5`",
  if: "use `and`, as in `<x> and <label> > 0`",
  is: "compare with an operator, as in `<m> == 1`; `absent(<m>)` tells that nothing is there",
  join: "join two metrics by their labels: `<x> * on (pod) group_left b`",
  like: 'use `=~` with a regular expression in braces: `<m>{job=~"api.*"}`',
  limit: "use `topk(5, <x>)` for the greatest",
  not: "use `unless` to leave series out, and `!=` to compare",
  or: "write it between two expressions: `a or b`",
  order: "use `sort(<x>)` or `sort_desc(<x>)`",
  per: "group an aggregation, `<agg> by (<label>) (<x>)`; `rate(<m>[5m])` gives values per second",
  "in percent": "multiply a ratio by 100: `100 * a / b`",
  percent: "leave it out: a number has no unit, and a ratio is written `0.5`",
  "per second": "leave it out, and use `rate(<m>[5m])`, which gives values per second",
  then: "use `and`, as in `a and b > 0`",
  when: "use `and`, as in `<x> and <label> > 0`",
  where: 'put conditions on labels in braces, `<m>{job="api"}`, and compare values with an operator: `<m> > 0`',
  with: 'put labels in braces: `<m>{job="api"}`',
};

/** The words of a query around a foreign one, for the example of its help. */
export interface OwnWords {
  readonly expr: string;
  readonly metric: string;
  readonly label: string;
  readonly next: string;
  readonly aggregation: string;
}

/** Whether a word means something in another language and nothing in PromQL. */
export function isForeignWord(word: string): boolean {
  return Object.hasOwn(helps, word.toLowerCase());
}

/** What to write instead of a foreign word, in the words of the query. */
export function foreignWordHelp(word: string, own: OwnWords): string | undefined {
  if (!isForeignWord(word)) return undefined;
  return helps[word.toLowerCase()]
    ?.replaceAll("<x>", () => own.expr)
    .replaceAll("<m>", () => own.metric)
    .replaceAll("<label>", () => own.label)
    .replaceAll("<next>", () => own.next)
    .replaceAll("<agg>", () => own.aggregation);
}

const rangeWords: ReadonlySet<string> = new Set(["during", "for", "in", "last", "over", "past", "since", "within"]);

/** Whether a word may stand before the length of a time: `over 5m`. */
export function isRangeWord(word: string): boolean {
  return rangeWords.has(word.toLowerCase());
}

const conditionWords: ReadonlySet<string> = new Set(["filter", "filtered", "having", "if", "when", "where", "with"]);

/** Whether a word may stand before a matcher: `where job="api"`. */
export function isConditionWord(word: string): boolean {
  return conditionWords.has(word.toLowerCase());
}

const requests: ReadonlySet<string> = new Set([
  ...["calc", "calculate", "chart", "compute", "describe", "display", "draw", "eval", "evaluate", "explain", "fetch"],
  ...["find", "get", "give", "graph", "how", "list", "please", "plot", "print", "query", "return", "run", "search"],
  ...["see", "select", "show", "tell", "the", "view", "visualise", "visualize", "watch", "what", "whats", "which"],
]);

/** Whether a word asks for a result, where a query is the expression alone: `show up`, `expr: up`. */
export function isRequest(word: string): boolean {
  return requests.has(word.toLowerCase()) || word.endsWith(":");
}

const fillers: ReadonlySet<string> = new Set([
  ...["a", "all", "an", "are", "current", "each", "every", "is", "many", "me", "metric", "much", "my", "of", "the"],
  ...["please", "us", "value", "values"],
]);

/** Whether a word says nothing between a function or a request and a metric: `max of up`, `show me the up`. */
export function isFiller(word: string): boolean {
  return fillers.has(word.toLowerCase());
}
