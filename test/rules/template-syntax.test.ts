import { templateSyntax } from "../../rules/template-syntax.js";
import { checkAlertingRule } from "./check-alerting-rule.js";

checkAlertingRule(templateSyntax, {
  silent: [
    { summary: "{{ $labels.instance }} has {{ $value | humanize }}" },
    { summary: "braces } and {, and even }}" },
    { summary: '{{ range query "up" }}{{ .Labels.instance }}{{ end }}' },
    { summary: "{{ ($value | toTime).Format `15:04` }}" },
    { expr: "sum(up", summary: "{{ $value }}" },
  ],
  finds: [
    [{ summary: "{{ $label.job }}" }, "$label"],
    [{ summary: "{{ humanise $value }}" }, "humanise"],
    [{ summary: "{{ if true }}" }, "if"],
    [{ summary: "{{ $value" }, "{{"],
    [{ labels: { severity: "{{ else }}" } }, "else"],
    [{ summary: "{{ humanize 1 2 }}{{ .labels.job }}" }, "humanize", "labels"],
    [{ expr: "sum(up", summary: "{{ foo }}" }, "foo"],
    [{ summary: "{{ foo }}", labels: { a: "{{ bar }}" } }, "bar", "foo"],
  ],
});
