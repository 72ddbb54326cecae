import fc from "fast-check";
import { quote } from "../../src/promql/strings.js";

const metrics = ["requests", "errors"] as const;
const labels = ["a", "b", "job"] as const;
const values = ["", "x", "y", "xy", "x\ny", "$x", "x.y"] as const;

/**
 * The samples of some series as OpenMetrics text, one a minute up to a time in seconds. An empty label is a missing one.
 * No two values are equal, and all are whole: neither `topk` nor a sum depends on the order of the series.
 */
export function seriesText(end: number): string {
  const series = fc.record({ name: fc.constantFrom(...metrics), a: value, b: value, job: value });
  const key = (each: object) => JSON.stringify(each);
  const [chosen = []] = fc.sample(fc.uniqueArray(series, { minLength: 80, maxLength: 80, selector: key }), {
    numRuns: 1,
    seed: 4,
  });
  const lines = chosen
    .toSorted((x, y) => x.name.localeCompare(y.name))
    .flatMap(({ name, ...of }, k) =>
      Array.from({ length: 10 }, (_, minute) => {
        const written = labels.filter((label) => of[label] !== "").map((label) => `${label}=${quote(of[label])}`);
        return `${name}{${written.join(",")}} ${k * 100 + minute * (k % 3)} ${end - (9 - minute) * 60}`;
      }),
    );
  return [...lines, "# EOF", ""].join("\n");
}

const value = fc.constantFrom(...values);

const patterns = [
  ...[
    "x",
    "^x$",
    "^x",
    "x$",
    "^$",
    "^(x|y)$",
    "^x|y$",
    "(x|y)",
    "x|y",
    "x.*",
    "^x.y$",
    "x\\.y",
    "\\$x",
    "^\\$x$",
    "^^x$$",
  ],
  ...[".*", ".+", "^.*$", "^.+$", ".*$", "^.+", "", "[^x]$", "(?i)X$", "(?m)x$"],
] as const;

const string = (text: fc.Arbitrary<string>) =>
  fc.tuple(text, fc.constantFrom('"', "'", "`")).map(([content, mark]) => {
    if (mark === '"' || content.includes("\n")) return quote(content);
    return mark === "`" ? `\`${content}\`` : `'${content.replaceAll("\\", "\\\\")}'`;
  });

const matcher = fc
  .tuple(
    fc.constantFrom(...labels),
    fc.oneof(
      fc.tuple(fc.constantFrom("=", "!="), string(value)),
      fc.tuple(fc.constantFrom("=~", "!~"), string(fc.constantFrom(...patterns))),
    ),
  )
  .map(([label, [operator, text]]) => label + operator + text);

const gap = fc.constantFrom("", "", "", " ", "\n  ", " # why, and for whom\n");

const selector = fc
  .tuple(
    fc.constantFrom(...metrics),
    fc.array(matcher, { maxLength: 4 }),
    fc.constantFrom("before", "quoted", "none"),
    fc.array(gap, { minLength: 12, maxLength: 12 }),
    fc.boolean(),
    fc.boolean(),
  )
  .map(([name, chosen, style, gaps, repeat, comma]) => {
    const matchers = repeat && chosen[0] !== undefined ? [...chosen, chosen[0]] : chosen;
    const items =
      style === "quoted" ? [`"${name}"`, ...matchers] : style === "none" ? ['job!=""', ...matchers] : matchers;
    if (items.length === 0) return name;
    const list = items.map((item, k) => (gaps[2 * k] ?? "") + item + (gaps[2 * k + 1] ?? "")).join(",");
    return `${style === "before" ? name : ""}{${list}${comma ? "," : ""}}`;
  });

const grouping = fc.constantFrom(
  "",
  "by ()",
  "by()",
  "by ( )",
  "by (a, a)",
  "by (a,b,a,)",
  "without (a, a)",
  "by (job)",
);

/**
 * Queries with what lint rules rewrite: repeated matchers, labels and aggregations, patterns and parentheses without need, empty groupings,
 * order that is lost.
 */
export const smellyQuery: fc.Arbitrary<string> = fc.letrec<{ query: string }>((tie) => ({
  query: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    selector,
    fc.tuple(tie("query"), tie("query")).map(([many, one]) => joined(many, one)),
    selector.map((inner) => `absent(${inner})`),
    selector.map((inner) => `absent_over_time(${inner}[5m])`),
    selector.map((inner) => `max_over_time(${inner}[5m] offset 1m)`),
    selector.map((inner) => `rate(${inner}[5m])`),
    fc
      .tuple(fc.constantFrom("sum", "count", "max"), grouping, tie("query"))
      .map(([op, by, inner]) => `${op} ${by} (${inner})`),
    fc.tuple(fc.constantFrom("sum", "min"), tie("query"), grouping).map(([op, inner, by]) => `${op}(${inner}) ${by}`),
    fc.tuple(grouping, selector).map(([by, inner]) => `topk ${by} (1, ${inner})`),
    selector.map((inner) => `${inner} offset 0s`),
    selector.map((inner) => `rate(${inner}[5m] offset 0) # now\n`),
    tie("query").map((inner) => `(${inner})`),
    fc.tuple(selector, gap, gap).map(([inner, before, after]) => `-((${before}${inner}${after}))`),
    fc.tuple(selector, gap).map(([inner, after]) => `(time)+(max(${inner}))or(timestamp((${inner}${after})))`),
    tie("query").map((inner) => `absent(${inner})`),
    fc.tuple(fc.constantFrom("sort", "sort_desc"), tie("query")).map(([sort, inner]) => `${sort}(${inner})`),
    fc.tuple(grouping, tie("query")).map(([by, inner]) => `min(sort_desc(count ${by} (${inner})))`),
    fc.tuple(grouping, grouping, tie("query")).map(([by, within, inner]) => `max ${by} (max ${within} (${inner}))`),
    tie("query").map((inner) => `max_over_time((${inner})[4m:1m])`),
    fc.tuple(tie("query"), fc.constantFrom("or", "unless", "and"), tie("query")).map((parts) => parts.join(" ")),
  ),
})).query;

/** Takes a label from the right side, and loses it. */
function joined(many: string, one: string): string {
  return `sum by (job) (sum by (job) (${many}) * on (job) group_left (b) topk by (job) (1, max by (b, job) (${one})))`;
}
