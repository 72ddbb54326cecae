import { namelessSelector } from "../../rules/nameless-selector.js";
import { checkRule } from "./check-rule.js";

checkRule(namelessSelector, {
  silent: [
    "up",
    'up{job="x"}',
    '{"http.requests", job="x"}',
    '{__name__="up"}',
    '{__name__=~"up|down", job="x"}',
    '{__name__=~"http_.*"}',
  ],
  finds: {
    '{job="x"}': ['{job="x"}'],
    'count by (job) ({job="x"} offset 5m) / up': ['{job="x"}'],
    'rate({job="x", __name__!="up"}[5m])': ['{job="x", __name__!="up"}'],
    '{__name__!=""}': ['{__name__!=""}'],
    '{__name__=~".+"}': ['{__name__=~".+"}'],
    '{__name__=~"^.*$", job="x"}': ['{__name__=~"^.*$", job="x"}'],
    '{ # all of it\n  "http.job"="x"\n}': ['{ # all of it\n  "http.job"="x"\n}'],
  },
});

checkRule(
  namelessSelector,
  {
    silent: ["$metric", '$metric{job="x"}', "{$filter}", '{__name__=~"$metric"}', '{$label="up"}'],
    finds: { '{job="$job"}': ['{job="$job"}'] },
  },
  { variables: "grafana" },
);

checkRule(
  namelessSelector,
  { silent: ['info(up, {version=~".+"})'] },
  { prometheus: { features: ["promql-experimental-functions"] } },
);
