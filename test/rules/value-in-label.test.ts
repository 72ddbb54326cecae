import { valueInLabel } from "../../rules/value-in-label.js";
import { checkAlertingRule } from "./check-alerting-rule.js";

checkAlertingRule(valueInLabel, {
  silent: [
    { expr: "load > 5", summary: "{{ $value }}" },
    { expr: "load > 5", labels: { severity: "{{ if gt $value 9.0 }}page{{ else }}ticket{{ end }}" } },
    { expr: "load > 5", labels: { team: "{{ $labels.team | toUpper }}" } },
    { expr: "load > 5", labels: { team: "{{ $labels.value }}" } },
    { expr: "up == 0", labels: { up: "{{ $value }}" } },
    { expr: "vector(1)", labels: { up: "{{ $value }}" } },
    { expr: "load > 5", labels: { owner: "{{ query `owner` | first | label `team` }}" } },
    { expr: "load > 5", labels: { broken: "{{ $value" } },
    { expr: "load > 5", labels: { text: "$value" } },
  ],
  finds: [
    [{ expr: "load > 5", labels: { load: "{{ $value }}" } }, "$value"],
    [{ expr: "load > 5", labels: { load: '{{ .Value | printf "%.0f" }}' } }, ".Value"],
    [{ expr: "load > 5", labels: { load: "{{ with $value }}{{ . }}{{ end }}" } }, "."],
    [{ expr: "up == 0 or load > 5", labels: { load: "{{ $value }}" } }, "$value"],
    [{ expr: "up == 0", labels: { load: "{{ query `load` | first | value }}" } }, "value"],
    [{ expr: "up == 0", labels: { load: "{{ range query `load` }}{{ .Value }}{{ end }}" } }, ".Value"],
    [{ expr: "sum(up", labels: { load: "{{ $value }}" } }, "$value"],
    [{ expr: "load > 5", for: "5m", labels: { load: "{{ humanize $value }}" } }, "$value"],
  ],
});
