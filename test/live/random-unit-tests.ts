import fc from "fast-check";

/** A file of unit tests in which nothing is expected yet, and its rules. */
export interface RandomUnitTests {
  readonly rules: object;
  readonly tests: RandomTestFile;
}

/** As a file of unit tests writes it. */
export interface RandomTestFile {
  readonly [field: string]: unknown;
  readonly tests: readonly RandomTest[];
}

/** A test of the file. */
export interface RandomTest {
  readonly [field: string]: unknown;
  readonly alert_rule_test: readonly { readonly alertname: string; readonly eval_time: string }[];
  readonly promql_expr_test: readonly { readonly expr: string; readonly eval_time: string }[];
}

const pause = fc.constantFrom("15s", "30s", "1m", "90s");
const item = fc.constantFrom(
  "0",
  "1",
  "2",
  "5",
  "1",
  "0",
  "_",
  "_x2",
  "stale",
  "0+1x3",
  "3-1x3",
  "1x4",
  "0x3",
  "10+5x2",
  "-1",
);
const values = fc.array(item, { minLength: 1, maxLength: 12 }).map((items) => items.join(" "));
const names = ['x{a="1"}', 'x{a="2"}', 'x{a="1",b="c"}', 'y{a="1"}', 'y{a="2"}', 'flag{a="1"}', "flag"];
const series = fc.uniqueArray(fc.record({ series: fc.constantFrom(...names), values }), {
  selector: (each) => each.series,
  minLength: 1,
});

const expressions = [
  ...[
    "x",
    "x > 1",
    "x == 0",
    "sum by (a) (x)",
    "sum(x) - sum(y)",
    "count by (a) (x)",
    "max_over_time(x[1m])",
    "flag == 1",
  ],
  ...[
    "rate(x[2m])",
    "increase(y[90s])",
    "changes(x[3m])",
    "x offset 30s",
    "absent(flag)",
    "r0 * 2",
    "r0 > 1",
    "r1 or x",
  ],
  ...['ALERTS{alertstate="firing"}', "ALERTS_FOR_STATE", "vector(time())", "3", "x unless y", "avg_over_time(r0[2m])"],
  ...["count_over_time(x[2m:])", "x * on (a) group_left () y", "x + on () y", "up", "last_over_time(flag[5m])"],
];
const expr = fc.constantFrom(...expressions);
const templates = [
  "{{ $value }}",
  "{{ $labels.a }}: {{ $value | humanize }}",
  '{{ printf "%.3f" $value }}',
  "{{ $labels }}",
  '{{ with query "sum(x)" }}{{ . | first | value | humanizeDuration }}{{ end }}',
  '{{ range query "sum by (a) (x)" | sortByLabel "a" }}{{ .Labels.a }}={{ .Value }};{{ end }}',
  "{{ if gt $value 1.0 }}high{{ else }}low{{ end }}",
  '{{ query "ALERTS" | len }}',
  "plain",
  "{{ $value | humanizePercentage }} {{ $externalLabels.cluster }}",
  "{{ $labels.none }}",
  "{{ $value | humanizeTimestamp }}",
];
const template = fc.constantFrom(...templates);

const label = fc.constantFrom(
  {},
  { sev: "page" },
  { a: "same" },
  { v: "{{ $value }}" },
  { e: "{{ $labels.none }}" },
  { a: "" },
);
const record = fc.record({
  record: fc.constantFrom("r0", "r0", "r1", "r1", "x"),
  expr,
  labels: fc.constantFrom({}, {}, { own: "o" }, { a: "same" }, { a: "" }),
});
const alert = fc.record({
  alert: fc.constantFrom("A", "B"),
  expr,
  for: fc.constantFrom("0s", "0s", "30s", "1m", "2m"),
  keep_firing_for: fc.constantFrom("0s", "0s", "30s", "1m", "90s", "3m"),
  labels: label,
  annotations: fc.record({ one: template, two: template }, { requiredKeys: ["one"] }),
});

const group = fc.record(
  {
    rules: fc.array(fc.oneof(record, alert), { minLength: 1, maxLength: 4 }),
    interval: pause,
    limit: fc.constantFrom(0, 1, 3),
    query_offset: fc.constantFrom("0s", "15s", "1m"),
    labels: fc.constantFrom({ team: "t" }, { sev: "group" }),
  },
  { requiredKeys: ["rules"] },
);

const time = fc.nat(600).map((seconds) => `${seconds}s`);
const alertTest = fc.record({ alertname: fc.constantFrom("A", "B"), eval_time: time });
const exprTest = fc.record({
  expr: fc.constantFrom(
    "ALERTS",
    "ALERTS_FOR_STATE",
    "r0",
    "r1",
    "x",
    "count_over_time(r0[3m])",
    "sum(ALERTS) or vector(0)",
  ),
  eval_time: time,
});

/** Random series, rules and times. */
export const randomUnitTests: fc.Arbitrary<RandomUnitTests> = fc
  .record({
    groups: fc.array(group, { minLength: 1, maxLength: 2 }),
    evaluation_interval: pause,
    interval: pause,
    input_series: series,
    alert_rule_test: fc.array(alertTest, { minLength: 2, maxLength: 6 }),
    promql_expr_test: fc.array(exprTest, { minLength: 1, maxLength: 4 }),
  })
  .map(({ groups, evaluation_interval, ...test }) => ({
    rules: { groups: groups.map((each, k) => ({ name: `g${k}`, ...each })) },
    tests: {
      rule_files: ["rules.yml"],
      evaluation_interval,
      fuzzy_compare: true,
      group_eval_order: groups.map((_, k) => `g${k}`),
      tests: [{ ...test, external_labels: { cluster: "c" } }],
    },
  }));
