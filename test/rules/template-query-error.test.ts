import { templateQueryError } from "../../rules/template-query-error.js";
import { checkAlertingRule } from "./check-alerting-rule.js";

checkAlertingRule(templateQueryError, {
  silent: [
    { summary: "{{ query `up` | first | value }}" },
    { summary: '{{ "sum(up)" | query | first | value }}' },
    { summary: "{{ query (printf `up{job='%s'}` $labels.job) }}" },
    { summary: "{{ query (printf `rate(x[%dm]) > %.2f` 5 0.5) }}" },
    { summary: "{{ query (printf `%s > 0` $labels.metric) }}" },
    { summary: "{{ query (printf `sum(%v` $labels.metric) }}" },
    { summary: "{{ query $labels.query }}" },
    { summary: "{{ query `sum(` " },
    { summary: "{{ `sum(` }}" },
  ],
  finds: [
    [{ summary: "{{ query `sum(up` }}" }, "("],
    [{ summary: "{{ query `rat(up[5m])` }}" }, "rat"],
    [{ summary: '{{ query "up{job=\\"a\\"} + foo(up)" }}' }, "foo"],
    [{ summary: "{{ with printf `rate(up{job='%s'})` $labels.job | query }}{{ end }}" }, "up{job='%s'}"],
    [{ summary: "{{ $q := `up[5m` }}{{ range query $q }}{{ end }}" }, "["],
    [{ labels: { a: "{{ range query `sum(` }}{{ end }}" } }, "("],
  ],
});
