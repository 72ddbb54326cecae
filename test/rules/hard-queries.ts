import { readdirSync, readFileSync } from "node:fs";
import fc, { type Arbitrary } from "fast-check";
import { readPage } from "../../src/lint/page.js";
import { fill } from "../arbitrary-text.js";

/** A query as it is hard to read for a rule, and whether it holds variables of Grafana. */
export interface HardQuery {
  readonly text: string;
  readonly variables: boolean;
}

/** Stands for a space, a line break or a comment. */
const gapMark = "\u00b7";

const gaps = fc.array(
  fc.constantFrom(" ", " ", " ", "\n  ", " # why, (and) {for} whom\n", "\t", " # sum by (x) é😀\r\n"),
  {
    minLength: 1,
    maxLength: 12,
  },
);

const operator = fc.constantFrom("+", "-", "*", "/", "%", "^", "==", "!=", ">", "<=", "> bool", "== bool", "atan2");

/** The bad examples of the rules' pages, with room between their words. */
const examples = readdirSync("rules")
  .filter((file) => file.endsWith(".md") && file !== "README.md")
  .flatMap((file) => readPage(readFileSync(`rules/${file}`, "utf8")).examples)
  .filter(({ kind, language }) => kind === "bad" && language === undefined)
  .map(({ query, options }) => ({ pattern: withRoom(query.trim()), variables: options.has("variables") }));

function withRoom(query: string): string {
  if (query.includes("#")) return query;
  return query.replace(/"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|`[^`]*`|\s+/g, (part) =>
    part.trim() === "" ? gapMark : part,
  );
}

/** Bad examples, alone or within a longer query. */
const exampleQuery = fc
  .tuple(
    fc.constantFrom(...examples),
    fc.constantFrom("?", "?", "(?)", "sum·by·(job)·(?)", "?·or·up", "up·and·on·(job)·(·?)", "-(?)·>·0", "absent(?)"),
  )
  .map(([{ pattern, variables }, around]) => ({ pattern: around.replace("?", () => pattern), variables }));

/** Queries with all that is on a rule's way: variables, quoted names, comments, line breaks, native histograms, joins. */
export const hardQuery: Arbitrary<HardQuery> = fc
  .record({
    query: fc.oneof(
      { weight: 4, arbitrary: queriesOf(true).map((pattern) => ({ pattern, variables: true })) },
      { weight: 4, arbitrary: queriesOf(false).map((pattern) => ({ pattern, variables: false })) },
      { weight: 1, arbitrary: exampleQuery },
    ),
    between: gaps,
  })
  .map(({ query: { pattern, variables }, between }) => {
    let count = 0;
    return { text: pattern.replaceAll(gapMark, () => between[count++ % between.length] ?? " "), variables };
  });

function queriesOf(variables: boolean): Arbitrary<string> {
  const either = (plain: readonly string[], varying: readonly string[]) =>
    fc.constantFrom(...plain, ...plain, ...(variables ? varying : []));

  const label = either(
    [
      "job",
      "pod",
      "container",
      "node",
      "le",
      "code",
      "namespace",
      "instance",
      "phase",
      '"http.status"',
      '"größe"',
      "__name__",
    ],
    ["$by", "${by:csv}", "[[by]]"],
  );
  const value = either(
    [
      "",
      "x",
      "5..",
      ".*",
      ".+",
      "^x$",
      "x|y",
      "^(x|y)$",
      "x.example.com",
      "10.0.0.1:9100",
      "é😀",
      "[",
      "1",
      "a b",
      "x#y",
    ],
    ["$pod", "${pod:regex}", "[[pod]]", "^$pod$", "$__all", "x-$pod.*"],
  );
  const quoted = fc.tuple(value, fc.constantFrom('"', "'", "`")).map(([content, mark]) => mark + content + mark);
  const matcher = fc.oneof(
    { weight: 8, arbitrary: fill`${label}${fc.constantFrom("=", "!=", "=~", "!~")}${quoted}` },
    { weight: 1, arbitrary: either(['job="a"'], ["$filter", '$label="x"', "[[filter]]"]) },
  );
  const duration = either(
    ["5m", "30s", "1h30m", "15s"],
    ["$__rate_interval", "$__interval", "${window}", "[[window]]"],
  );
  const name = either(
    [
      ...[
        "http_requests_total",
        "kube_pod_info",
        "kube_pod_status_phase",
        "node_cpu_seconds_total",
        "node_load1",
        "up",
      ],
      ...[
        "http_request_duration_seconds_bucket",
        "http_request_duration_seconds",
        "job:errors:rate5m",
        "container_fs_usage_bytes",
      ],
      ...["kube_node_info", "apiserver_request_total", "ALERTS", "go_gc_duration_seconds", "node_cpu"],
    ],
    ["$metric", "${metric}_total", "[[metric]]", "kube_${what}_info"],
  );
  const matchers = (first: readonly string[], max: number) =>
    fc
      .tuple(fc.constantFrom(...first), fc.array(matcher, { maxLength: max }), fc.constantFrom("", ","))
      .map(([quotedName, rest, comma]) => {
        const items = quotedName === "" ? rest : [quotedName, ...rest];
        return `{${gapMark}${items.join(`${gapMark},${gapMark}`)}${items.length > 0 ? comma : ""}${gapMark}}`;
      });
  const modifier = either(
    ["", "", "", "", " offset 5m", " offset -1h", " @ start()", " @ 1700000000", " offset 0s"],
    [" offset $shift", " offset ${shift}"],
  ).map((text) => text.replaceAll(" ", gapMark));
  const selector = fc.oneof(
    { weight: 3, arbitrary: name },
    { weight: 5, arbitrary: fill`${name}${matchers([""], 3)}` },
    {
      weight: 2,
      arbitrary: matchers(['"http.requests"', '"größe_total"', '"up"', '__name__="up"', '__name__=~"a|b"'], 2),
    },
  );
  const number = either(["0", "1", "0.99", "-1", "5m", "1e9", "NaN", "+Inf", "0x1f"], ["$n", "${n}", "[[n]]"]);
  const list = (max: number) => fc.array(label, { maxLength: max }).map((labels) => labels.join(`,${gapMark}`));
  const grouping = fill`${fc.constantFrom("by", "without", "BY")}·(${list(3)})`;
  const matching = fc.oneof(
    fc.constant(""),
    fill`·${fc.constantFrom("on", "ignoring")}·(${list(2)})`,
    fill`·${fc.constantFrom("on", "ignoring")}·(${list(2)})·${fc.constantFrom("group_left", "group_right")}·(${list(3)})`,
  );
  const text = either(['"x"', '"$1"', '"pod"', '"(.*)"', '""', '"job"', '"http.status"'], ['"$target"', '"${re}"']);

  return fc.letrec<{ vector: string }>((tie) => {
    const vector = tie("vector");
    const range = fc.oneof(
      { weight: 4, arbitrary: fill`${selector}[${duration}]${modifier}` },
      { weight: 1, arbitrary: fill`(${vector})[${duration}:${fc.constantFrom("", "1m", "5m")}]${modifier}` },
    );
    return {
      vector: fc.oneof(
        { maxDepth: 5, depthSize: "small", withCrossShrink: true },
        fill`${selector}${modifier}`,
        fill`vector(${number})`,
        fill`${fc.constantFrom("sum", "max", "count", "avg", "group", "SUM")}·${grouping}·(${vector})`,
        fill`${fc.constantFrom("sum", "min", "stddev")}·(·${vector}·)·${grouping}`,
        fill`${fc.constantFrom("topk", "bottomk", "quantile")}·${grouping}·(${number},·${vector})`,
        fill`count_values·${grouping}·(${text},·${vector})`,
        fill`${fc.constantFrom("abs", "absent", "sort", "-", "timestamp", "histogram_count", "histogram_avg", "ceil")}(${vector})`,
        fill`${fc.constantFrom("rate", "irate", "increase", "delta", "deriv", "avg_over_time", "max_over_time", "absent_over_time", "resets")}(${range})`,
        fill`histogram_quantile(${number},·${vector})`,
        fill`histogram_fraction(0,·${number},·${vector})`,
        fill`label_replace(${vector},·${text},·${text},·${text},·${text})`,
        fill`label_join(${vector},·${text},·${text},·${text})`,
        fill`clamp_max(${vector},·scalar(${vector}))`,
        fill`(·${vector}·)`,
        fill`${vector}·${operator}·${number}`,
        fill`${number}·${operator}·${vector}`,
        fill`${vector}·${operator}${matching}·${vector}`,
        fill`${vector}·${operator}${matching}·${vector}`,
        fill`${vector}·${fc.constantFrom("and", "or", "unless", "AND")}·${vector}`,
        fill`${vector}·${fc.constantFrom("and", "or", "unless")}·on·(${list(2)})·${vector}`,
      ),
    };
  }).vector;
}
