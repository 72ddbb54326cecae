import fc, { type Arbitrary } from "fast-check";
import { fill } from "../arbitrary-text.js";

const label = fc.constantFrom("a", "b", "c");
const anyLabel = fc.constantFrom("a", "b", "c", "le", "__name__");
const someLabels: Arbitrary<string[]> = fc.uniqueArray(label, { maxLength: 3 });
const anyLabels: Arbitrary<string[]> = fc.uniqueArray(anyLabel, { maxLength: 3 });

const matcher = fill`${label}${fc.constantFrom('=""', '="x"', '="y"', '!=""', '!="x"', '=~"x|y"', '=~".+"', '=~"x?"', '!~"x"', '!~".+"', '=~"(x|z).*"', '!~"y.*"')}`;
const matchers = fc.oneof(
  { weight: 3, arbitrary: fc.constant("") },
  { weight: 2, arbitrary: fill`{${list(fc.array(matcher, { maxLength: 2 }))}}` },
);
const selector = fill`${fc.constantFrom("foo", "bar", "baz")}${matchers}`;
const range = fill`${selector}[${fc.constantFrom("5m", "10m")}]`;
const number = fc.constantFrom("0", "1", "2", "-1", "time()", "pi()");

const grouping = fill`${fc.constantFrom("by", "without")} (${list(anyLabels)})`;
const replaced = fc.constantFrom(
  '"$1", "a", "(.*)"',
  '"$1", "b", "(.+)"',
  '"z", "c", "x"',
  '"z", "", ""',
  '"", "a", ".*"',
  '"", "a", "x"',
  '"$1z", "b", "(x).*"',
  '"y", "nope", "(.+)?"',
  '"y", "nope", ".+"',
);

const queriesOf = (maxDepth: number) =>
  fc.letrec<{ vector: string; binary: string; leaf: string }>((tie) => {
    const vector = tie("vector");
    const scalar = fc.oneof({ weight: 3, arbitrary: number }, { weight: 1, arbitrary: fill`scalar(${vector})` });
    const subquery = fill`(${vector})[5m:1m]`;
    return {
      leaf: fc.oneof(
        { weight: 6, arbitrary: selector },
        { weight: 2, arbitrary: fill`vector(${number})` },
        { weight: 1, arbitrary: fill`absent(${selector})` },
      ),
      vector: fc.oneof(
        { maxDepth, depthIdentifier: "query" },
        { weight: 3, arbitrary: tie("leaf") },
        {
          weight: 3,
          arbitrary: fill`${fc.constantFrom("sum", "max", "count", "group", "avg", "stddev")} ${grouping} (${vector})`,
        },
        { weight: 1, arbitrary: fill`${fc.constantFrom("sum", "min", "count", "group")}(${vector})` },
        {
          weight: 1,
          arbitrary: fill`${fc.constantFrom("topk", "bottomk", "limitk", "quantile")} ${grouping} (${fc.constantFrom("0", "1", "2")}, ${vector})`,
        },
        { weight: 1, arbitrary: fill`limit_ratio(0.5, ${vector})` },
        {
          weight: 1,
          arbitrary: fill`count_values ${grouping} ("${anyLabel.filter((each) => each !== "__name__")}", ${vector})`,
        },
        {
          weight: 2,
          arbitrary: fill`${fc.constantFrom("abs", "sort", "sort_desc", "timestamp", "hour", "-", "+", "absent", "info")}(${vector})`,
        },
        {
          weight: 1,
          arbitrary: fill`${fc.constantFrom("rate", "last_over_time", "max_over_time", "present_over_time", "absent_over_time", "count_over_time")}(${fc.oneof(range, subquery)})`,
        },
        { weight: 1, arbitrary: fill`histogram_quantile(0.5, ${vector})` },
        { weight: 1, arbitrary: fill`clamp_max(${vector}, ${scalar})` },
        { weight: 1, arbitrary: fill`sort_by_label(${vector}, "a")` },
        { weight: 2, arbitrary: fill`label_replace(${vector}, "${anyLabel}", ${replaced})` },
        {
          weight: 1,
          arbitrary: fill`label_join(${vector}, "${label}", "${fc.constantFrom("", "-")}"${fc.array(fill`, "${anyLabel}"`, { maxLength: 3 }).map((all) => all.join(""))})`,
        },
        { weight: 8, arbitrary: tie("binary") },
      ),
      binary: fc.oneof(
        { maxDepth, depthIdentifier: "query" },
        { weight: 2, arbitrary: fill`(${vector} ${operator()} ${scalar})` },
        { weight: 1, arbitrary: fill`(${scalar} ${operator()} ${vector})` },
        { weight: 3, arbitrary: fill`(${vector} ${operator()} ${modifier()} ${vector})` },
        { weight: 2, arbitrary: grouped(vector, fc.constantFrom("group_left", "group_right")) },
        { weight: 5, arbitrary: fill`(${vector} ${fc.constantFrom("and", "or", "unless")} ${modifier()} ${vector})` },
      ),
    };
  });

/** Mostly shallow ones, since the deeper a query is, the likelier it returns nothing. */
const depths = [1, 1, 2, 2, 3, 4].map(queriesOf);

/** Queries that Prometheus accepts, though it may find that their series do not pair. */
export const randomQuery = fc.oneof(
  ...depths.map(({ vector }) => vector),
  ...depths.map(({ binary }) => binary.map((query) => query.slice(1, -1))),
);

function operator(): Arbitrary<string> {
  return fc.oneof(
    fc.constantFrom("+", "-", "*", "/", "^", "%", "atan2"),
    fc.constantFrom("==", "!=", ">", "<=", "> bool", "== bool"),
  );
}

function modifier(): Arbitrary<string> {
  return fc.oneof(
    fc.constant(""),
    fill`on (${list(fc.oneof(someLabels, anyLabels))})`,
    fill`ignoring (${list(someLabels)})`,
  );
}

/** A label of `on` must not be included again. */
function grouped(vector: Arbitrary<string>, group: Arbitrary<string>): Arbitrary<string> {
  const lists = fc.record({ mode: fc.constantFrom("on", "ignoring"), matched: someLabels, include: anyLabels });
  const modifiers = fc.tuple(lists, group).map(([{ mode, matched, include }, word]) => {
    const taken = mode === "on" ? include.filter((each) => !matched.includes(each)) : include;
    return `${mode} (${matched.join(", ")}) ${word} (${taken.join(", ")})`;
  });
  return fill`(${vector} ${operator()} ${modifiers} ${vector})`;
}

function list(items: Arbitrary<readonly string[]>): Arbitrary<string> {
  return items.map((each) => each.join(", "));
}
