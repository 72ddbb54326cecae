import { nonemptyRegex } from "../../rules/nonempty-regex.js";
import { checkRule } from "./check-rule.js";

checkRule(nonemptyRegex, {
  silent: [
    'up{job=~".+", job="a"}',
    'up{job!="", job=~".+"}',
    'up{job!=""}',
    'up{job=".+"}',
    'up{job=~".*"}',
    'up{job=~"..+"}',
    'up{job=~"a.+"}',
    'up{job=~".+|"}',
  ],
  finds: {
    'up{job=~".+", env!~".+"}': ['=~".+"', '!~".+"'],
    '{__name__=~".+"}': ['=~".+"'],
  },
  fixes: {
    'up{job=~".+"}': 'safe: up{job!=""}',
    "up{job !~ '.+'}": "safe: up{job = ''}",
    "up{job=~`^.+$`}": "safe: up{job!=``}",
    'up{job=~".+$"}': 'safe: up{job!=""}',
    '{job=~".+"}': 'safe: {job!=""}',
    'absent(up{job=~".+"})': 'review: absent(up{job!=""})',
    'absent_over_time(up{job!~".+"}[5m])': 'review: absent_over_time(up{job=""}[5m])',
  },
});

checkRule(
  nonemptyRegex,
  { silent: ['up{job=~"$job.+"}'], finds: { 'up{job=~"$job", env=~".+"}': ['=~".+"'] } },
  { variables: "grafana" },
);

checkRule(
  nonemptyRegex,
  { fixes: { 'info(up, {version=~".+"})': 'review: info(up, {version!=""})' } },
  { prometheus: { features: ["promql-experimental-functions"] } },
);
