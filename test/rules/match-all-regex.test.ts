import { matchAllRegex } from "../../rules/match-all-regex.js";
import { checkRule } from "./check-rule.js";

checkRule(matchAllRegex, {
  silent: ['up{job=~".+"}', 'up{job!~".*"}', 'up{job=".*"}', 'up{job=~"api.*"}', 'up{job=~".*|api"}'],
  finds: {
    'up{job=~".*", env=~"^.*$"}': ['job=~".*"', 'env=~"^.*$"'],
    'rate({job="api", env=~`.*`}[5m])': ["env=~`.*`"],
  },
  fixes: {
    'up{job=~".*"}': "safe: up",
    'up {job=~".*" , }': "safe: up",
    'up{job=~".*"}offset 5m': "safe: up offset 5m",
    'up{job=~".*"}or vector(0)': "safe: up or vector(0)",
    'rate(up{job=~".*"}[5m])': "safe: rate(up[5m])",
    'up{job=~".*", env="prod"}': 'safe: up{env="prod"}',
    'up{env="prod", job=~".*"}': 'safe: up{env="prod"}',
    'up{env="prod", job=~".*",}': 'safe: up{env="prod",}',
    'up{a="1",job=~".*",b="2"}': 'safe: up{a="1",b="2"}',
    '{"up", job=~".*"}': 'safe: {"up"}',
    '{job=~".*", "up"}': 'safe: {"up"}',
    'up{\n  job=~".*",\n  env="prod",\n}': 'safe: up{\n  env="prod",\n}',
    'up{job=~".*", # all, of them\n  env="prod"}': 'safe: up{# all, of them\n  env="prod"}',
    'up{job=~".*" # all, of them\n  , env="prod"}': 'safe: up{ # all, of them\n  env="prod"}',
    'up{env="prod" # one, of them\n  , job=~".*"}': 'safe: up{env="prod" # one, of them\n   }',
    'up{job=~".*" # all\n}': "safe: up{ # all\n}",
    'up{job=~".*" # all, of them\n, # ####################################\n}':
      "safe: up{ # all, of them\n # ####################################\n}",
    'up{job=~".*", # all\n}': "safe: up{ # all\n}",
    'offset{job=~".*" ,}': "safe: offset{ }",
    'absent(up{job=~".*"})': "review: absent(up)",
    'absent_over_time(up{job=~".*"}[5m])': "review: absent_over_time(up[5m])",
  },
});

checkRule(
  matchAllRegex,
  {
    silent: ['up{job=~"$job"}', 'up{job=~"$job.*"}', "up{$filter}"],
    fixes: {
      'up{$filter, job=~".*"}': "safe: up{$filter}",
      '$metric{job=~".*"}': "safe: $metric",
    },
  },
  { variables: "grafana" },
);

checkRule(
  matchAllRegex,
  {
    silent: ['info(up, {version=~".*"})'],
    fixes: { 'info(up{job=~".*"}, {version=~".*"})': 'review: info(up, {version=~".*"})' },
  },
  { prometheus: { features: ["promql-experimental-functions"] } },
);
