import { redundantAnchor } from "../../rules/redundant-anchor.js";
import { checkRule } from "./check-rule.js";

checkRule(redundantAnchor, {
  silent: [
    'up{job="a.b", job=~"^a.b$"}',
    'up{job=~"api"}',
    'up{job="^api$"}',
    'up{job=~"^a|b$"}',
    'up{job=~"^$|api"}',
    'up{job=~"^a$|^b$"}',
    'up{job=~"a^b$c"}',
    'up{job=~"[^a]"}',
    'up{job=~"a[$]"}',
    'up{job=~"(^a)"}',
    "up{job=~'api\\\\$'}",
    "up{job=~`\\Qapi$`}",
    "up{job=~`^*api`}",
    'up{job=~"^.*$"}',
    'up{job!~".+$"}',
  ],
  finds: {
    'up{job=~"^(a|b)$"}': ['"^(a|b)$"'],
    'up{job=~"^[|]"}': ['"^[|]"'],
    "up{job!~`^a\\|b`}": ["`^a\\|b`"],
    'up{job=~"^api$", env!~"^prod"}': ['"^api$"', '"^prod"'],
    'up{job=~"\\x5eapi"}': ['"\\x5eapi"'],
    "sum(rate({__name__=~'^up$'}[5m]))": ["'^up$'"],
  },
  fixes: {
    'up{job=~"^api$"}': 'safe: up{job="api"}',
    'up{job!~"^api$"}': 'safe: up{job!="api"}',
    'up{job=~"^$"}': 'safe: up{job=""}',
    'up{job=~"^"}': 'safe: up{job=""}',
    'up{job=~"^^api$$"}': 'safe: up{job="api"}',
    'up{job=~"^a.c"}': 'safe: up{job=~"a.c"}',
    "up{job =~ `a.c$`}": "safe: up{job =~ `a.c`}",
    "up{job=~'a\\\\$$'}": "safe: up{job=~'a\\\\$'}",
    "up{job=~`a\\\\$`}": "safe: up{job=~`a\\\\`}",
    'up{job=~"(?i)api$"}': 'safe: up{job=~"(?i)api"}',
    'up{job=~"^(a|b)$"}': 'safe: up{job=~"(a|b)"}',
    'up{job=~"\\x5eapi"}': "none",
    'absent(up{job=~"^api$"})': 'review: absent(up{job="api"})',
    'absent_over_time(up{job=~"^a.c$"}[5m])': 'review: absent_over_time(up{job=~"a.c"}[5m])',
    'absent(sum(rate(up{job=~"^a.c$"}[5m])))': 'review: absent(sum(rate(up{job=~"a.c"}[5m])))',
    'sum(absent(up)) + sum(up{job=~"^a.c$"})': 'safe: sum(absent(up)) + sum(up{job=~"a.c"})',
  },
  helps: {
    'up{job=~"^api"}': "add `.*` to match values that only begin so",
    'up{job=~"api$"}': "add `.*` to match values that only end so",
  },
});

checkRule(
  redundantAnchor,
  {
    silent: ['up{job=~"^$job"}', 'up{job=~"^${job:regex}$"}', 'up{job=~"^[[job]]$"}'],
    fixes: { 'up{job=~"^api$", env=~"$env"}': 'safe: up{job="api", env=~"$env"}' },
  },
  { variables: "grafana" },
);

checkRule(
  redundantAnchor,
  { fixes: { 'info(up, {version=~"^1.0"})': 'review: info(up, {version=~"1.0"})' } },
  { prometheus: { features: ["promql-experimental-functions"] } },
);
