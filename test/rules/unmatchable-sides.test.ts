import { unmatchableSides } from "../../rules/unmatchable-sides.js";
import { checkRule } from "./check-rule.js";

checkRule(unmatchableSides, {
  silent: [
    "a + b",
    'a{x="1"} + 1',
    'a{x="1"} or a{x="2"}',
    'a{x="1"} + ignoring (x) a{x="2"}',
    'a{x="1"} + on (job) a{x="2"}',
    'a{x="1"} / a{x=~"1|2"}',
    'a{x=~"1.*"} / a{x=~"2.*"}',
    "sum by (job) (a) / b",
    "sum(a) / sum(b)",
    'sum(a) / on () b{x="1"}',
    '(a{x="1"} or a{x="2"}) + b{x="2"}',
    'a{x="1", x="2"} + a{x="2"}',
  ],
  finds: {
    'a{x="1"} + a{x="2"}': ["+"],
    '(a{x="1"}) > bool (a{x!="1"})': [">"],
    'a{x="1"} and on (x, job) a{x="2"}': ["and"],
    'a{x="1"} unless a{x="2"}': ["unless"],
    'sum(a) / b{x="1"}': ["/"],
    'b{x=~".+"} * on (x) group_left sum by (y) (a)': ["*"],
    'vector(1) == up{job="x"}': ["=="],
    'sum(a{x="1"} + a{x="2"}) + sum(b)': ["+"],
    '(a{x="1"} or a{x="2"}) + b{x="3"}': ["+"],
  },
});

checkRule(
  unmatchableSides,
  {
    silent: ['a{x="$x"} + a{x="2"}', 'sum by ($by) (a) / b{x="1"}', 'a{x="1"} + ignoring ($labels) a{x="2"}'],
    finds: { 'a{x="1", pod=~"$pod"} + a{x="2", pod=~"$pod"}': ["+"] },
  },
  { variables: "grafana" },
);
