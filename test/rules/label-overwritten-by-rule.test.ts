import { labelOverwrittenByRule } from "../../rules/label-overwritten-by-rule.js";
import { checkGroups } from "./check-groups.js";

const page = { severity: "page" };
const alert = (expr: string, labels: Readonly<Record<string, string>> = page) => ({
  rules: [{ alert: "A", expr, labels }],
});

checkGroups(labelOverwrittenByRule, {
  silent: [
    alert("sum by (job) (up) == 0"),
    alert("up == 0"),
    // The series are told apart by other labels, of which nothing is known.
    alert('up{severity!=""} == 0'),
    alert('sum by (job, severity) (up{severity="page"}) == 0'),
    alert("sum(up) == 0"),
    alert('label_replace(sum by (job) (up), "severity", "high", "", "") == 0'),
    alert("sum by (severity) (up) == 0", { severity: "{{ $labels.severity }}" }),
    alert("sum by (severity) (up"),
    // Series that differ in it differ in the label of which it is made too.
    alert('label_replace(sum by (team) (up), "severity", "$1", "team", "(.*)") > 1'),
    alert('label_join(sum by (team) (up), "severity", "-", "team", "team") > 1'),
    alert("sum by (team) (up) * on (team) group_left (severity) teams > 1"),
    alert('count by (alertname) (ALERTS{alertname="Down"}) > 1'),
    { rules: [{ record: "x", expr: "count by (alertname) (ALERTS)" }] },
    { rules: [{ record: "x", expr: "sum by (job) (up)", labels: { env: "prod" } }] },
    { rules: [{ record: "x", expr: "sum without (env) (up)", labels: { env: "prod" } }] },
  ],
  finds: [
    [alert("sum by (severity) (up) == 0"), "page <- severity"],
    [alert("(count by (job, severity) (up)) > 1 / 2"), "page <- severity"],
    [alert("sum by (job) (a) > 1 or sum by (severity) (b) > 1"), "page <- severity"],
    [alert('sum by (severity) (label_replace(up, "severity", "$1", "team", "(.*)")) > 1'), "page <- severity"],
    [alert("count by (alertname) (ALERTS) > 5"), "A <- alertname"],
    [alert('count_values("severity", up)'), 'page <- \\"severity\\"'],
    [{ labels: { env: "prod" }, rules: [{ record: "x", expr: "sum by (job, env) (up)" }] }, "prod <- env"],
    [{ rules: [{ record: "x", expr: "sum by (job) (up)", labels: { job: "" } }] }, " <- job"],
    [
      { rules: [{ record: "x", expr: 'sum by ("k8s.pod") (up)', labels: { "k8s.pod": "all" } }] },
      'all <- \\"k8s.pod\\"',
    ],
    [
      { rules: [{ record: "x", expr: "sum by (env) (up)", labels: { env: "{{ $labels.env }}" } }] },
      "{{ $labels.env }} <- env",
    ],
  ],
});
