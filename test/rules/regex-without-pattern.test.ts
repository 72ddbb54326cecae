import { regexWithoutPattern } from "../../rules/regex-without-pattern.js";
import { checkRule } from "./check-rule.js";

checkRule(regexWithoutPattern, {
  silent: [
    'up{job!~"api|web", job!~"api"}',
    'up{job="api"}',
    'up{job!="api"}',
    'up{job=~"api.*"}',
    'up{job=~"api|web"}',
    'up{job=~"(?i)api"}',
    'up{instance=~"10\\\\.0\\\\.0\\\\.1"}',
    'up{job=~""}',
    'up{job!~""}',
  ],
  finds: {
    'up{job=~"api"}': ["=~"],
    "up{job!~'api-server'}": ["!~"],
    "rate((up{job =~ `api`})[5m:])": ["=~"],
    'up{job=~"api", env!~"test"} offset 5m': ["=~", "!~"],
    '{__name__=~"up"}': ["=~"],
    'sum(up{job=~"api"}) / sum(up{job=~"web"})': ["=~", "=~"],
  },
  fixes: {
    'up{job=~"api"}': 'safe: up{job="api"}',
    "up{job!~'api'}": "safe: up{job!='api'}",
    '{__name__=~"up"}': 'safe: {__name__="up"}',
    "max_over_time(up{job =~ `api`}[1h:])": "safe: max_over_time(up{job = `api`}[1h:])",
    'absent(up{job=~"api"})': 'review: absent(up{job="api"})',
    'absent((sum(up{job!~"api"})))': 'review: absent((sum(up{job!="api"})))',
    'absent_over_time(up{job=~"api"}[5m])': 'review: absent_over_time(up{job="api"}[5m])',
  },
});

checkRule(
  regexWithoutPattern,
  { fixes: { 'info(up, {version=~"v1"})': 'review: info(up, {version="v1"})' } },
  { prometheus: { features: ["promql-experimental-functions"] } },
);

checkRule(
  regexWithoutPattern,
  {
    silent: ['up{job=~"$job"}', 'up{job=~"${job:regex}"}', 'up{job=~"api-[[name]]"}'],
    fixes: { 'up{job=~"api", instance=~"$instance"}': 'safe: up{job="api", instance=~"$instance"}' },
  },
  { variables: "grafana" },
);
