import { emptyRegex } from "../../rules/empty-regex.js";
import { checkRule } from "./check-rule.js";

checkRule(emptyRegex, {
  silent: ['up{job=""}', 'up{job!=""}', 'up{job=~"x"}', 'up{job=~"^$"}', 'up{job=~"()"}', 'up{job=~".*"}'],
  finds: {
    'up{job=~""}': ['=~""'],
    "up{job!~ ''}": ["!~ ''"],
    'up{"http.job"=~``}': ["=~``"],
    'up{a=~"",\n  b!~"" # why\n}': ['=~""', '!~""'],
  },
  fixes: {
    'up{job=~""}': 'safe: up{job=""}',
    'up{job!~"" }': 'safe: up{job!="" }',
    "up{job!~``}": "safe: up{job!=``}",
    'rate(http_request_duration_seconds{job=~""}[5m])': 'safe: rate(http_request_duration_seconds{job=""}[5m])',
    'absent(up{a="b", job=~""})': 'review: absent(up{a="b", job=""})',
    'absent_over_time(up{a="b", job!~""}[5m])': 'review: absent_over_time(up{a="b", job!=""}[5m])',
  },
});

checkRule(
  emptyRegex,
  { silent: ['up{job=~"$job"}', "up{$filter}", 'up{$label=~""}'], finds: { '$metric{job=~""}': ['=~""'] } },
  { variables: "grafana" },
);
