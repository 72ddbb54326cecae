import { duplicateMatcher } from "../../rules/duplicate-matcher.js";
import { checkRule } from "./check-rule.js";

checkRule(duplicateMatcher, {
  silent: [
    'up{job="api"}',
    'up{job="api", env="api"}',
    'up{job="api", job!="web"}',
    'up{job=~"a.*", job=~".*b"}',
    'up{job="a"} / up{job="a"}',
    'up{job="a.b", job=~"a.b"}',
    'up{job="", job=~".*"}',
  ],
  finds: {
    'up{job="api", job="api"}': ['job="api"'],
    "up{job=\"api\", env='x', job='api', job=`api`}": ["job='api'", "job=`api`"],
    'up{job="api", "job"="api"}': ['"job"="api"'],
    'up{job="api", job=~"api"}': ['job=~"api"'],
    'up{job=~"^a.c$", job=~"a.c"}': ['job=~"a.c"'],
    'up{job!="", job=~".+"}': ['job=~".+"'],
    'up{job="a\\x62c", job="abc"}': ['job="abc"'],
    '{__name__="up", __name__=~"^up$"}': ['__name__=~"^up$"'],
  },
  fixes: {
    'up{job="api", job="api"}': 'safe: up{job="api"}',
    'up{job="api",job="api",env="x"}': 'safe: up{job="api",env="x"}',
    'up{job="api", job="api",}': 'safe: up{job="api",}',
    '{job="api", "up", job="api"}': 'safe: {job="api", "up"}',
    'absent(up{job="api", job="api"})': 'review: absent(up{job="api"})',
    'max_over_time(absent_over_time(up{job="a", job="a"}[5m])[1h:])':
      'review: max_over_time(absent_over_time(up{job="a"}[5m])[1h:])',
  },
});

checkRule(
  duplicateMatcher,
  {
    silent: ['up{job="$job", job="$job"}', "up{$filter, $filter}", 'up{$label="x", $label="x"}'],
    finds: { 'up{job="api", instance="$node", job="api"}': ['job="api"'] },
  },
  { variables: "grafana" },
);

checkRule(
  duplicateMatcher,
  { fixes: { 'info(up, {version="1", version="1"})': 'review: info(up, {version="1"})' } },
  { prometheus: { features: ["promql-experimental-functions"] } },
);

checkRule(duplicateMatcher, { silent: ['up{job=~".*", job=~".*"}', 'up{job=~"^.*$", job=~".*"}'] });
