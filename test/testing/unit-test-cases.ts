/** A file of unit tests beside its rule files, and what of it fails. */
export interface UnitTestCase {
  readonly tests: string;
  /** By name; `rules.yml` is in `rule_files` where the tests do not say it. */
  readonly rules?: string;
  /** What fails, such as `alert Down at 1m`; `rejected` where nothing of the file runs. */
  readonly fails: readonly string[] | "rejected";
}

const up = "input_series: [{series: 'up{job=\"a\"}', values: '1 0x20'}]";

/** Rules, written on one line each. */
function group(...rules: readonly string[]): string {
  return `groups:\n- name: g\n  rules:\n${rules.map((rule) => `  - {${rule}}\n`).join("")}`;
}

/** A test on the series `up`, which is 1 and then 0. */
function onUp(...lines: readonly string[]): string {
  return `rule_files: [rules.yml]\ntests:\n- interval: 1m\n  ${up}\n${lines.map((line) => `  ${line}\n`).join("")}`;
}

/** Expects alerts, written as JSON. */
function alerts(name: string, time: string, expected: string): string {
  return `  - {alertname: ${name}, eval_time: ${time}, exp_alerts: ${expected}}`;
}

/** Expects the samples of a query. */
function query(expr: string, time: string, expected: string): string {
  return `  - {expr: '${expr}', eval_time: ${time}, exp_samples: ${expected}}`;
}

const down = group(
  "alert: Down, expr: up == 0, for: 2m, labels: {sev: page}, annotations: {s: '{{ $labels.job }} {{ $value }}'}",
);
const kept = group(
  "alert: Kept, expr: flag == 1, keep_firing_for: 2m",
  "alert: Held, expr: flag == 1, for: 1m, keep_firing_for: 1m",
);
const fires = "[{exp_labels: {job: a, sev: page}, exp_annotations: {s: 'a 0'}}]";

function expectExpr(...lines: readonly string[]): string {
  return onUp("promql_expr_test:", ...lines);
}

/** Unit tests by what they are about. */
export const unitTestCases: Readonly<Record<string, UnitTestCase>> = {
  "an alert is pending before it fires": {
    rules: down,
    tests: onUp(
      "alert_rule_test:",
      alerts("Down", "2m", "[]"),
      alerts("Down", "3m", fires),
      alerts("Down", "3m59s", fires),
      alerts("Down", "2m59s", fires),
      "promql_expr_test:",
      query(
        "ALERTS",
        "2m",
        '[{labels: \'ALERTS{alertname="Down", alertstate="pending", job="a", sev="page"}\', value: 1}]',
      ),
      query(
        "ALERTS",
        "3m",
        '[{labels: \'ALERTS{alertname="Down", alertstate="firing", job="a", sev="page"}\', value: 1}]',
      ),
      query(
        "ALERTS_FOR_STATE",
        "3m",
        '[{labels: \'ALERTS_FOR_STATE{alertname="Down", job="a", sev="page"}\', value: 60}]',
      ),
    ),
    fails: ["alert Down at 2m59s"],
  },
  "labels and annotations are compared": {
    rules: down,
    tests: onUp(
      "alert_rule_test:",
      alerts("Down", "5m", "[{exp_labels: {job: a}, exp_annotations: {s: 'a 0'}}]"),
      alerts("Down", "5m", "[{exp_labels: {job: a, sev: page}}]"),
      alerts("Down", "5m", "[{exp_labels: {job: a, sev: page, none: ''}, exp_annotations: {s: 'a 0'}}]"),
      alerts("Down", "5m", "[]"),
      alerts("Down", "5m", fires),
      alerts("Other", "5m", "[]"),
      alerts("Other", "5m", "[~]"),
    ),
    fails: ["alert Down at 5m", "alert Down at 5m", "alert Down at 5m", "alert Down at 5m", "alert Other at 5m"],
  },
  "alerts go on firing where they are kept": {
    rules: kept,
    tests: `rule_files: [rules.yml]
tests:
- interval: 1m
  input_series: [{series: flag, values: '1 1 0 0 0 1 0 1 1 0 _ _ 1 stale 0 0 0'}]
  alert_rule_test:
${Array.from({ length: 17 }, (_, k) =>
  ["Kept", "Held"].map((name) => `  - {alertname: ${name}, eval_time: ${k}m, exp_alerts: [{}]}`),
)
  .flat()
  .join("\n")}
`,
    fails: [
      ...[4, 11, 15, 16].map((minute) => `alert Kept at ${minute}m`),
      ...[0, 3, 4, 5, 6, 7, 10, 11, 12, 13, 14, 15, 16].map(
        (minute) => `alert Held at ${minute === 0 ? "0s" : `${minute}m`}`,
      ),
    ],
  },
  "recording rules are read by the rules behind them": {
    rules: group(
      "record: 'job:up:sum', expr: sum by (job) (up), labels: {kind: sum, job: b}",
      "record: twice, expr: '2 * job:up:sum'",
      "record: constant, expr: 5",
    ),
    tests: onUp(
      "promql_expr_test:",
      query("job:up:sum", "0", '[{labels: \'job:up:sum{job="b", kind="sum"}\', value: 1}]'),
      query("twice", "0", '[{labels: \'twice{job="b", kind="sum"}\', value: 2}]'),
      query("constant", "1m", "[{labels: constant, value: 5}]"),
      query("constant", "1m", "[{labels: constant, value: 6}]"),
    ),
    fails: ["constant at 1m"],
  },
  "a series that a rule gives no more is stale": {
    rules: group("record: ones, expr: up == 1"),
    tests: onUp(
      "promql_expr_test:",
      query("ones", "0", "[{labels: 'ones{job=\"a\"}', value: 1}]"),
      query("ones", "1m", "[]"),
    ),
    fails: [],
  },
  "samples behind the last evaluation are not there": {
    rules: down,
    tests: `rule_files: [rules.yml]
evaluation_interval: 2m
tests:
- interval: 30s
  input_series: [{series: x, values: '0+1x20'}]
  promql_expr_test:
  - {expr: x, eval_time: 3m, exp_samples: [{labels: x, value: 4}]}
  - {expr: x, eval_time: 1m, exp_samples: [{labels: x, value: 2}]}
  - {expr: x, eval_time: 1m, exp_samples: [{labels: x, value: 3}]}
`,
    fails: ["x at 1m"],
  },
  "queries are compared exactly": {
    tests: expectExpr(
      query("1 + 1", "1m", "[{labels: '{}', value: 2}]"),
      query("0.1 + 0.2", "1m", "[{labels: '{}', value: 0.3}]"),
      query("vector(NaN)", "1m", "[{labels: '{}', value: .nan}]"),
      query("vector(1) / 0", "1m", "[{labels: '', value: .inf}]"),
      query("-vector(1) / 0", "1m", "[{value: -.inf}]"),
      query("up", "1m", '[{labels: \'up{job="a", x=""}\', value: 0}]'),
      query("-0 * up", "1m", "[{labels: '{job=\"a\"}', value: 0}]"),
      query("up", "1m", "[]"),
      query("nothing", "1m", "[]"),
      query("nothing", "1m", "[{labels: x, value: 1}]"),
      query("count_over_time(up[5m:])", "1m", "[{labels: '{job=\"a\"}', value: 2}]"),
    ),
    rules: down,
    fails: ["0.1 + 0.2 at 1m", "vector(NaN) at 1m", "up at 1m", "nothing at 1m"],
  },
  "fuzzy comparisons forgive the last digit": {
    rules: down,
    tests: `fuzzy_compare: true\n${expectExpr(
      query("0.1 + 0.2", "1m", "[{labels: '{}', value: 0.3}]"),
      query("0.1 + 0.2", "1m", "[{labels: '{}', value: 0.30000000000000001}]"),
      query("0.1 + 0.2", "1m", "[{labels: '{}', value: 0.3001}]"),
      query("vector(NaN)", "1m", "[{labels: '{}', value: .nan}]"),
      query("0", "1m", "[{labels: '{}', value: 5e-324}]"),
    )}`,
    fails: ["0.1 + 0.2 at 1m", "vector(NaN) at 1m"],
  },
  "queries that fail": {
    rules: down,
    tests: expectExpr(
      query("up[", "1m", "[]"),
      query("up[1m]", "1m", "[]"),
      query('"a"', "1m", "[]"),
      query('up + on () group_left () {__name__=~"up|ALERTS"}', "1m", "[]"),
      query("mad_over_time(up[1m])", "1m", "[]"),
      query("up", "1m", "[{labels: 'up{', value: 1}]"),
      query('sort_by_label(up, "job")', "1m", "[]"),
    ),
    fails: [
      "up[ at 1m",
      "up[1m] at 1m",
      '"a" at 1m',
      'up + on () group_left () {__name__=~"up|ALERTS"} at 1m',
      "mad_over_time(up[1m]) at 1m",
      "up at 1m",
      'sort_by_label(up, "job") at 1m',
    ],
  },
  "groups in their order": {
    rules: `groups:
- {name: late, rules: [{record: c, expr: b}]}
- {name: middle, rules: [{record: b, expr: a}]}
- {name: early, rules: [{record: a, expr: up}]}
`,
    tests: `group_eval_order: [early, middle, late]\n${onUp("promql_expr_test:", query("c", "0", "[{labels: 'c{job=\"a\"}', value: 1}]"))}`,
    fails: [],
  },
  "labels, offset and interval of a group": {
    rules: `groups:
- name: g
  interval: 10m
  query_offset: 1m
  labels: {team: x, own: group}
  rules: [{record: r, expr: up, labels: {own: rule}}, {alert: A, expr: up == 1, annotations: {t: '{{ query "up" | first | value }}'}}]
`,
    tests: onUp(
      "alert_rule_test:",
      alerts("A", "1m", "[{exp_labels: {team: x, own: group, job: a}, exp_annotations: {t: '0'}}]"),
      alerts("A", "0", "[]"),
      "promql_expr_test:",
      query("r", "0", '[{labels: \'r{job="a", own="rule", team="x"}\', value: 1}]'),
      query("r", "1m", '[{labels: \'r{job="a", own="rule", team="x"}\', value: 1}]'),
      query(
        "ALERTS",
        "0",
        '[{labels: \'ALERTS{alertname="A", alertstate="firing", job="a", own="group", team="x"}\', value: 1}]',
      ),
    ),
    fails: [],
  },
  "limits of a group": {
    rules:
      "groups:\n- {name: g, limit: 1, rules: [{record: r, expr: x}]}\n- {name: h, limit: 1, rules: [{alert: A, expr: x, for: 1h}]}\n",
    tests: `rule_files: [rules.yml]
tests:
- interval: 1m
  input_series: [{series: 'x{a="1"}', values: '1x5'}, {series: 'x{a="2"}', values: '_ _ 1 1'}]
  promql_expr_test: [{expr: r, eval_time: 5m, exp_samples: []}]
`,
    fails: ["rule r at 2m", "rule A at 2m"],
  },
  "rules that fail end the test": {
    rules: group("record: r, expr: 'x / ignoring (a) x'", "record: s, expr: 'up[1m]'", "record: t, expr: vector(1)"),
    tests: `rule_files: [rules.yml]
tests:
- interval: 1m
  input_series: [{series: 'x{a="1"}', values: '1x5'}, {series: 'x{a="2"}', values: '1x5'}]
  promql_expr_test: [{expr: t, eval_time: 5m, exp_samples: []}]
`,
    fails: ["rule r at 0s", "rule s at 0s"],
  },
  "rules that give a series twice": {
    rules: group("record: r, expr: x, labels: {a: same}", "alert: A, expr: x, labels: {a: '{{ $externalLabels.e }}'}"),
    tests: `rule_files: [rules.yml]
tests:
- interval: 1m
  external_labels: {e: same}
  input_series: [{series: 'x{a="1"}', values: '_ 1x5'}, {series: 'x{a="2"}', values: '1x5'}]
  promql_expr_test: [{expr: t, eval_time: 5m, exp_samples: []}]
`,
    fails: ["rule r at 1m", "rule A at 1m"],
  },
  "rules do not overwrite": {
    rules: group("record: r, expr: up", "record: r, expr: '2 * up'"),
    tests: onUp("promql_expr_test:", query("r", "0", "[]")),
    fails: ["rule r at 0s"],
  },
  "a rule that writes what another has written": {
    rules: group("record: r, expr: up", "record: r, expr: up == 1"),
    tests: onUp("promql_expr_test:", query("r", "2m", "[{labels: 'r{job=\"a\"}', value: 0}]")),
    fails: [],
  },
  "a label whose template is empty": {
    rules: group(
      "alert: A, expr: up == 0, labels: {e: '{{ $labels.none }}'}, annotations: {empty: '', bad: '{{ first (query \"none\") }}'}",
    ),
    tests: onUp(
      "alert_rule_test:",
      alerts(
        "A",
        "1m",
        "[{exp_labels: {job: a}, exp_annotations: {empty: '', bad: '<error expanding template: error executing template __alert_A: template: __alert_A:1:115: executing \"__alert_A\" at <first (query \"none\")>: error calling first: first() called on vector with no elements>'}}]",
      ),
      alerts("A", "1m", "[{exp_labels: {job: a}}]"),
      "promql_expr_test:",
      query(
        "ALERTS",
        "1m",
        '[{labels: \'ALERTS{alertname="A", alertstate="firing", e="{{ $labels.none }}", job="a"}\', value: 1}]',
      ),
    ),
    fails: ["alert A at 1m"],
  },
  "templates know the test": {
    rules: group(
      "alert: A, expr: up == 0, annotations: {a: '{{ $externalURL }} {{ $externalLabels.c }} {{ .ExternalLabels.c }}', b: '{{ range query \"up\" }}{{ .Labels.job }}={{ .Value }}{{ end }}', c: '{{ $value | humanizePercentage }}'}",
    ),
    tests: onUp(
      "external_labels: {c: d}",
      "external_url: http://x/y",
      "alert_rule_test:",
      alerts("A", "1m", "[{exp_labels: {job: a}, exp_annotations: {a: 'http://x/y d d', b: 'a=0', c: '0%'}}]"),
    ),
    fails: [],
  },
  "series in every notation": {
    tests: `tests:
- interval: 1m
  input_series:
  - {series: a, values: '1 2+2x2 8-1x1 _ _x2 stale 3x1'}
  - {series: '{__name__="b", x="y"}', values: NaN Inf -Inf 1e3}
  - {series: '{"c.d"}', values: 1}
  - {series: a, values: '7 2+2x2 8-1x1 _ _x2 stale 3x1'}
  promql_expr_test:
  - {expr: a, eval_time: 0, exp_samples: [{labels: a, value: 7}]}
  - {expr: a, eval_time: 8m, exp_samples: [{labels: a, value: 7}]}
  - {expr: a, eval_time: 9m, exp_samples: []}
  - {expr: a, eval_time: 11m, exp_samples: [{labels: a, value: 3}]}
  - {expr: 'b', eval_time: 1m, exp_samples: [{labels: 'b{x="y"}', value: .inf}]}
  - {expr: '{"c.d"}', eval_time: 1m, exp_samples: [{labels: '{"c.d"}', value: 1}]}
`,
    fails: [],
  },
  "series behind a line break are lost": {
    tests: `tests:
- interval: 1m
  input_series:
  - series: a
    values: |
      1 2
  - {series: b, values: 1}
  promql_expr_test:
  - {expr: a, eval_time: 0, exp_samples: [{labels: a, value: 1}]}
  - {expr: b, eval_time: 0, exp_samples: [{labels: b, value: 1}]}
`,
    fails: ["b at 0s"],
  },
  "values on several lines": {
    tests: 'tests: [{input_series: [{series: a, values: "1 2\\n3 4"}]}]\n',
    fails: ["input series"],
  },
  "series that are none": {
    tests:
      "tests:\n- input_series: [{series: 'a{', values: 1}]\n- input_series: [{series: a, values: 1 x}]\n- input_series: [{series: 'a{b=~\"c\"}', values: 1}]\n",
    fails: ["input series", "input series", "input series"],
  },
  "an alert without a name": { tests: "tests: [{alert_rule_test: [{eval_time: 1m}]}]\n", fails: ["alert  at 1m"] },
  "the interval is that of the evaluation": {
    tests:
      "evaluation_interval: 10s\ntests: [{input_series: [{series: a, values: 1 2 3}], promql_expr_test: [{expr: a, eval_time: 10s, exp_samples: [{labels: a, value: 2}]}]}]\n",
    fails: [],
  },
  "subqueries without a step take the interval of the evaluation": {
    tests:
      "evaluation_interval: 20s\ntests: [{interval: 10s, input_series: [{series: a, values: 1x12}], promql_expr_test: [{expr: 'count_over_time(a[1m:])', eval_time: 1m, exp_samples: [{labels: '{}', value: 3}]}]}]\n",
    fails: [],
  },
  "no rule file is found": {
    tests:
      "rule_files: [none.yml, '*.none']\ntests: [{promql_expr_test: [{expr: vector(1), eval_time: 0, exp_samples: [{value: 1}]}]}]\n",
    fails: [],
  },
  "rule files by a pattern": {
    rules: group("record: r, expr: vector(1)"),
    tests:
      "rule_files: ['rule[a-s].y?l', 'r*.yml']\ntests: [{promql_expr_test: [{expr: r, eval_time: 0, exp_samples: [{labels: r, value: 1}]}]}]\n",
    fails: [],
  },
  "nothing in it": { tests: "", fails: [] },
  "no tests": { tests: "rule_files: []\ntests: []\n", fails: [] },
  "a list": { tests: "- a\n", fails: "rejected" },
  "an unknown field": { tests: "tests: [{nam: x}]\n", fails: "rejected" },
  "a bad duration": { tests: "tests: [{promql_expr_test: [{expr: up, eval_time: 5}]}]\n", fails: "rejected" },
  "a number in quotes": {
    tests: "tests: [{promql_expr_test: [{expr: up, exp_samples: [{value: '1'}]}]}]\n",
    fails: "rejected",
  },
  "a group twice": { tests: "group_eval_order: [a, a]\ntests: []\n", fails: "rejected" },
  "a key twice": { tests: "tests: []\ntests: []\n", fails: "rejected" },
  "no boolean": { tests: "fuzzy_compare: maybe\ntests: []\n", fails: "rejected" },
  "no list": { tests: "tests: {a: b}\n", fails: "rejected" },
  "broken YAML": { tests: "tests: [\n", fails: "rejected" },
  "two documents": { tests: "tests: []\n---\ntests: 5\n", fails: [] },
  "rules without tests are not read": {
    rules: group("alert: A, expr: 'sum('"),
    tests: "rule_files: [rules.yml]\ntests: []\n",
    fails: [],
  },
  ...Object.fromEntries(
    [
      group("alert: A, expr: 'sum('"),
      group("alert: A, expr: up, annotations: {a: '{{ $x }}'}"),
      group("alert: A, expr: up, record: b"),
      group("record: r, expr: up, for: 5m"),
      group("alert: A, expr: up, for: 5 minutes"),
      group("alert: A, expr: up, extra: 1"),
      group("record: r, expr: 'mad_over_time(up[5m])'"),
      "groups: [{name: g, partial_response_strategy: warn, rules: []}]\n",
      "groups: [{name: g, rules: []}, {name: g, rules: []}]\n",
      "namespace: x\ngroups: []\n",
      "- a\n",
      "groups: 5\n",
      "apiVersion: monitoring.coreos.com/v1\nkind: PrometheusRule\nspec: {groups: []}\n",
    ].map((rules) => [`rules that are rejected: ${rules}`, { rules, tests: onUp(), fails: "rejected" as const }]),
  ),
};
