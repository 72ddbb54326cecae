/** What words of SQL and of plain English are in PromQL, as a help. */
const helps: Readonly<Record<string, string>> = {
  and: "write it between two expressions: `a and b`",
  as: "remove it: a recording rule gives a result a name of its own",
  asc: "use `sort(…)`",
  between: "compare twice: `x >= 1 and x <= 5`",
  desc: "use `sort_desc(…)`",
  distinct: "count the groups, one for each value of a label: `count(count by (pod) (…))`",
  each: "group an aggregation: `sum by (pod) (…)`",
  exists: "write the metric alone: it gives the series that exist",
  filter: 'put conditions on labels in braces, `up{job="api"}`, and compare values with an operator: `up > 0`',
  from: "write the metric alone: `up`",
  group: "group an aggregation: `sum by (pod) (…)`",
  group_by: "group an aggregation: `sum by (pod) (…)`",
  grouped: "group an aggregation: `sum by (pod) (…)`",
  having: "compare the result: `sum by (pod) (…) > 5`",
  if: "use `and`, as in `a and b > 0`",
  is: "compare with an operator, as in `up == 1`; `absent(up)` tells that nothing is there",
  join: "join two metrics by their labels: `a * on (pod) group_left b`",
  like: 'use `=~` with a regular expression in braces: `up{job=~"api.*"}`',
  limit: "use `topk(5, …)` for the greatest",
  not: "use `unless` to leave series out, and `!=` to compare",
  or: "write it between two expressions: `a or b`",
  order: "use `sort(…)` or `sort_desc(…)`",
  per: "group an aggregation, `sum by (pod) (…)`; `rate(…)` gives values per second",
  select: "write the metric alone: `up`, or what is computed of it: `sum(up)`",
  then: "use `and`, as in `a and b > 0`",
  top: "use `topk(5, …)`",
  where: 'put conditions on labels in braces, `up{job="api"}`, and compare values with an operator: `up > 0`',
  with: 'put labels in braces: `up{job="api"}`',
};

/** What to write instead of a word that other languages have and PromQL has not. */
export function foreignWordHelp(word: string): string | undefined {
  const key = word.toLowerCase();
  return Object.hasOwn(helps, key) ? helps[key] : undefined;
}

const rangeWords: ReadonlySet<string> = new Set(["during", "for", "in", "last", "over", "past", "since", "within"]);

/** Whether a word may stand before the length of a time: `over 5m`. */
export function isRangeWord(word: string): boolean {
  return rangeWords.has(word.toLowerCase());
}
