import { absentOfAggregate } from "../../rules/absent-of-aggregate.js";
import { checkRule } from "./check-rule.js";

checkRule(absentOfAggregate, {
  silent: [
    'absent(up{job="api"})',
    'absent(up{job="api"} == 1)',
    'absent(sum(up{job="api"}) > 0)',
    'absent(sum(rate(x_total{job="api"}[5m])))',
    'absent(sum(up{job="api"} == 1))',
    'absent(topk(0, up{job="api"}))',
    'absent(quantile(0.5, up{job="api"}))',
    'sum(absent(up{job="api"}))',
    'sum(absent(sum(up{job="api"})))',
    'absent(sum(up{job="api"})) or vector(0)',
    'absent(sum(up{job="api"})) or sum(up{job="api"}) == 0',
    'up * on () absent(sum(up{job="api"}))',
    'absent(sum(up{job="api"})) > bool 0',
    'absent_over_time(sum(up{job="api"})[5m:])',
    "absent(sum(a or b))",
  ],
  finds: {
    'absent(sum(up{job="api"}))': ["sum"],
    'absent((count by (job) (up{job="api"})))': ["count"],
    'absent(max(max by (job) (up{job="api"})))': ["max"],
    "absent(sum(up))": ["sum"],
    '(absent(sum(up{job="a"})) or absent(up{job="b"})) or absent(count(up{job="c"}))': ["sum", "count"],
    'absent(sum(up{job="api"})) == 1': ["sum"],
    'absent(group({"http.requests", "http.job"="api"}))': ["group"],
  },
  fixes: {
    'absent(sum(up{job="api"}))': 'review: absent(up{job="api"})',
    'absent((avg by (job) ((up{job="api"} offset 5m))))': 'review: absent(up{job="api"} offset 5m)',
    'absent(max(min(up{job="api"})))': 'review: absent(up{job="api"})',
    'absent(sum(sort((up{job="api"}))))': 'review: absent(up{job="api"})',
    "absent(count(up{ # all\n}))": "review: absent(up{ # all\n})",
    "absent(count( # all\nup))": "none",
  },
  helps: { "absent(count( # all\nup))": "remove `count`" },
});

checkRule(
  absentOfAggregate,
  {
    silent: ["absent(sum(up{$filter}))"],
    fixes: { 'absent(sum(up{job="$job"}))': 'review: absent(up{job="$job"})' },
  },
  { variables: "grafana" },
);
