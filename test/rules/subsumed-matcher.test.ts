import { subsumedMatcher } from "../../rules/subsumed-matcher.js";
import { checkRule } from "./check-rule.js";

const many = Array.from({ length: 60 }, (_, k) => `job!="${k}"`).join(", ");

checkRule(subsumedMatcher, {
  silent: [
    'up{job="x"}',
    'up{job="x", env!="y"}',
    'up{job="x"} / up{job!="y"}',
    'up{job="x", job="x"}',
    'up{job="x", job="y"}',
    'up{job="x", job="y", job!="z"}',
    'up{job="x", job!="x"}',
    'up{job!="x", job!="y"}',
    'up{job!="", job=~".+"}',
    'up{job=~"x|y", job!="x"}',
    'up{job=~"x|", job!=""}',
    'up{job=~"x.*", job!~"xy.*"}',
    'up{job=~"x.*", job=~"x.*|y.*"}',
    'up{job=~".*", job!=""}',
    'up{job="x", job=~".*"}',
    'up{job!~".*", job!="x"}',
    `up{job="x", ${many}}`,
  ],
  finds: {
    'up{job="x", job!="y"}': ['job!="y"'],
    'up{job!="y", job="x"}': ['job!="y"'],
    'up{job=~"x|y", job!=""}': ['job!=""'],
    'up{job=~"x|y", job=~".+"}': ['job=~".+"'],
    'up{job="x", job=~"x|y"}': ['job=~"x|y"'],
    'up{job="xy", job=~"x.*"}': ['job=~"x.*"'],
    'up{job="xy", job!~"z.*"}': ['job!~"z.*"'],
    'up{job="", job!="x"}': ['job!="x"'],
    'up{job!~"x|y", job!="x"}': ['job!="x"'],
    'up{job!="xy", job!~"x.*"}': ['job!="xy"'],
    'up{job=~"x.+", job!=""}': ['job!=""'],
    'up{job=~"(?i)X", job!="y"}': ['job!="y"'],
    'up{job=~"x|y", job=~"y|x"}': ['job=~"y|x"'],
    'up{job=~"y|x|x", job=~"y|x"}': ['job=~"y|x"'],
    'up{job="x", job=~"x|y", job=~"x|y|z"}': ['job=~"x|y"', 'job=~"x|y|z"'],
    '{"up", __name__!=""}': ['__name__!=""'],
    '{__name__=~"up|down", __name__!="sideways"}': ['__name__!="sideways"'],
    'up{"http.job"="x", "http.job"!="y"}': ['"http.job"!="y"'],
    'up{job="x", # ours\n  job!="y"}': ['job!="y"'],
  },
  fixes: {
    'up{job="x", job!="y"}': 'safe: up{job="x"}',
    'up{job!="y", job="x"}': 'safe: up{job="x"}',
    'up{job="x", # ours\n  job!="y"}': 'safe: up{job="x" # ours\n  }',
    '{"up", __name__!="", job="x"}': 'safe: {"up", job="x"}',
    'absent(up{job="x", job!="y"})': 'review: absent(up{job="x"})',
    'max_over_time(absent_over_time(up{job="x", job!=""}[5m])[1h:1m])':
      'review: max_over_time(absent_over_time(up{job="x"}[5m])[1h:1m])',
  },
});

checkRule(
  subsumedMatcher,
  {
    silent: ['up{job="$job", job!=""}', 'up{job="x", job!="$job"}', "up{$filter, $other}", '$metric{__name__!=""}'],
    finds: { 'up{job="$job", job="x", job!="y"}': ['job!="y"'] },
  },
  { variables: "grafana" },
);

checkRule(
  subsumedMatcher,
  { fixes: { 'info(up, {version="1", version!=""})': 'review: info(up, {version="1"})' } },
  { prometheus: { features: ["promql-experimental-functions"] } },
);
