import { patternWithoutRegex } from "../../rules/pattern-without-regex.js";
import { checkRule } from "./check-rule.js";

checkRule(patternWithoutRegex, {
  silent: [
    'up{job="api"}',
    'up{job=~"api.*"}',
    'up{instance="10.0.0.1:9100"}',
    'up{instance="[::1]:9100"}',
    'x_bucket{le="+Inf"}',
    'up{job="what?"}',
    'up{job="a*"}',
    'up{job="max (all)"}',
    'up{job="|"}',
    'up{job="a | b"}',
    'up{job="a||b"}',
    'up{share="ADMIN$"}',
    'up{volume="C:\\\\data"}',
    'up{topic="[topic-1]"}',
    'up{code="5xx"}',
    'up{handler="/api/.*"}',
    'up{url_path="/a|/b"}',
    'up{job="(.*"}',
    "rate(http_request_duration_seconds[5m])",
  ],
  finds: {
    'up{job="api.*"}': ['="api.*"'],
    'up{job!="api-.+"}': ['!="api-.+"'],
    'up{job="api|web"}': ['="api|web"'],
    'up{job="^api"}': ['="^api"'],
    'up{job="api-(blue|green)"}': ['="api-(blue|green)"'],
    'up{device="sd[a-z]"}': ['="sd[a-z]"'],
    'up{device="eth\\\\d+"}': ['="eth\\\\d+"'],
    'up{instance="a\\\\.b"}': ['="a\\\\.b"'],
    'up{code="5.."}': ['="5.."'],
    'up{"http.job" # why\n = "api.*"}': ['= "api.*"'],
    '{__name__="http_.*", job="x"}': ['="http_.*"'],
    'absent(up{job="api.*"})': ['="api.*"'],
  },
  fixes: {
    'up{job="api.*"}': 'review: up{job=~"api.*"}',
    'up{job!="api|web"}': 'review: up{job!~"api|web"}',
    'up{job="^api.*$"}': 'review: up{job=~"api.*"}',
    'up{job="^api$"}': 'review: up{job="api"}',
    'up{job=".*"}': "review: up",
    'up{job=".*", env="x"}': 'review: up{env="x"}',
    '{job=".*"}': 'review: {job!=""}',
    'up{job=".+"}': 'review: up{job!=""}',
    'up{job!=".+"}': 'review: up{job=""}',
    'up{job!=".*"}': "none",
    'up{job="api.*", job!="api-x"}': "none",
    'up{instance="10.0.0.1:.*"}': 'review: up{instance=~"10\\\\.0\\\\.0\\\\.1:.*"}',
    'up{job="\\x5eapi.*"}': "none",
  },
  helps: {
    'up{job!=".*"}': "name the values to leave out",
    'up{job="api.*", job!="api-x"}': "match the pattern with `=~`",
  },
});

checkRule(
  patternWithoutRegex,
  {
    silent: ['up{job="$job"}', 'up{job="${job:pipe}"}', 'up{job="[[job]]"}', "up{$filter}", 'up{$label="a.*"}'],
    finds: { 'up{job="$job|other"}': ['="$job|other"'] },
    fixes: { 'up{instance="${node}:.*"}': 'review: up{instance=~"${node}:.*"}' },
  },
  { variables: "grafana" },
);
