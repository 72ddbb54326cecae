/** What words of the field mean: as `docs/glossary.md` has it, which a test sees to. */
export const terms: ReadonlyMap<string, string> = new Map([
  ["metric", "something that is measured, under one name: `node_load1`"],
  ["series", "the samples of one metric with one set of labels"],
  ["sample", "a value at a time"],
  ["label", 'a name and a value that tell the series of a metric apart: `mode="idle"`'],
  ["counter", "a metric that only goes up, and starts again at 0 when its program does"],
  ["counter reset", "a drop of a counter, read as a new start at 0"],
  ["gauge", "a metric that goes up and down"],
  ["histogram", "a metric that counts observations in buckets; each bucket is a counter"],
  ["summary", "a metric that gives quantiles, with a sum and a count"],
  ["exporter", "a program that serves metrics"],
  ["target", "what Prometheus scrapes"],
  ["scrape", "to fetch the metrics of a target, every few seconds"],
  ["selector", "a metric's name, matchers in braces, or both"],
  ["matcher", 'one condition on a label: `mode!="idle"`'],
  ["scalar", "a number without labels"],
  ["instant vector", "one sample for each series; `vector` in Prometheus' API"],
  ["range vector", "many samples for each series; `matrix` in Prometheus' API"],
  ["range", "how far back a query reads, in brackets: `[5m]`"],
  ["range selector", "a selector with a range: `up[5m]`"],
  ["subquery", "the results of an expression over a range: `rate(up[5m])[1h:]`"],
  ["step", "the time between two results of a graph or a subquery: `1m` in `[1h:1m]`"],
  ["function", "what makes a result of one that stands in its parentheses: `rate(…)`"],
  ["aggregation", "`sum`, `topk` and the others that make few series of many"],
  ["grouping", "`by (…)` or `without (…)` of an aggregation"],
  ["matching", "`on (…)` or `ignoring (…)` between two operands"],
  ["alert", "a message that something is wrong: the series that an alerting rule gives"],
  ["alerting rule", "a query in a rule file whose series are alerts"],
  ["recording rule", "a query in a rule file whose result is stored under a new name"],
  ["query", "a PromQL expression as a text of its own"],
  ["expression", "a part of a query that has a value"],
  ["operator", "what calculates with two operands, compares or combines them: `/`, `>`, `and`"],
  ["duration", "a time with its unit: `30s`, `5m`, `1h`"],
  ["regular expression", "a pattern for texts, which has to fit the whole value of a label: `checkout-.+`"],
  ["graph", "a result over a time: one value for each series at each moment"],
  ["ratio", "a part of a whole, from 0 to 1"],
  ["percentage", "a part of a whole, from 0 to 100"],
  ["job", "targets that are scraped alike: an item of `scrape_configs`; also the label of that name"],
  ["instance", "the label that holds the address of a target"],
  ["node", "a machine of a cluster"],
  ["pod", "a program that runs in a cluster: one or more containers"],
  ["namespace", "a group of pods and other objects of a cluster"],
  ["deployment", "what keeps several pods of one program running"],
]);

const synonyms: ReadonlyMap<string, string> = new Map([
  ["aggregator", "aggregation"],
  ["aggregate", "aggregation"],
  ["reset", "counter reset"],
  ["time series", "series"],
  ["vector", "instant vector"],
  ["matrix", "range vector"],
  ["percent", "percentage"],
  ["regex", "regular expression"],
  ["pattern", "regular expression"],
  ["chart", "graph"],
  ["machine", "node"],
  ["comparison", "operator"],
]);

/** The words of the field that have a meaning here. */
export const termNames: readonly string[] = [...terms.keys(), ...synonyms.keys()];

/** What a word of the field means; nothing where it is none. Upper case, the plural and an article do not count. */
export function termMeaning(words: string): string | undefined {
  const text = words
    .trim()
    .toLowerCase()
    .replace(/^(?:an?|the) /, "");
  const names = [text, text.replace(/s$/, ""), text.replace(/ies$/, "y")];
  const name = names.map((one) => synonyms.get(one) ?? one).find((one) => terms.has(one));
  return name === undefined ? undefined : terms.get(name);
}
