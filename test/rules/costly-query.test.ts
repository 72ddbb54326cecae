import { costlyQuery } from "../../rules/costly-query.js";
import { checkRule } from "./check-rule.js";
import { serverWith } from "./server-with.js";

const server = serverWith({
  counts: { hits: 1000, 'hits{job="fast"}': 100, few: 1, '{a="b"}': 60_000, "few{}": 1 },
  scrapeIntervals: {
    byJob: new Map([["fast", { seconds: 1, from: "http://prometheus/targets" }]]),
    shortest: { seconds: 10, from: "http://prometheus/config" },
  },
  evaluationInterval: 30,
});

checkRule(
  costlyQuery,
  {
    silent: [
      "few",
      "rate(hits[5m])",
      "not_asked[30d]",
      "sum(rate(hits[12h]))",
      "max_over_time(few[30d])",
      "max_over_time(rate(hits[5m])[1h:1m])",
    ],
    finds: {
      "sum(rate(hits[1d]))": ["hits"],
      'rate(hits{job="fast"}[1d])': ['hits{job="fast"}'],
      "few + sum(rate(hits[1d]))": ["hits"],
      "max_over_time(rate(hits[5m])[2h:])": ["hits"],
      "max_over_time(max_over_time(few[1h])[30d:1s])": ["few"],
      '{a="b"}': ['{a="b"}'],
    },
    helps: {
      "sum(rate(hits[1d]))": "record a part of it, select less, or take a shorter range",
      "max_over_time(rate(hits[5m])[2h:])": "give the subquery a longer step, or record its inner part",
    },
  },
  { server },
);

checkRule(
  costlyQuery,
  { silent: ["few"], finds: { hits: ["hits"], "rate(few[1h])": ["few"] } },
  { server, ruleOptions: { maxSeries: 10, maxSamples: 100 } },
);

checkRule(
  costlyQuery,
  {
    silent: ['sum(rate(hits{job="$job"}[1d]))'],
    finds: { 'sum(rate(hits{job="fast"}[$range] offset 1d)) + rate(hits[1d])': ["hits"] },
  },
  { server, variables: "grafana" },
);

checkRule(
  costlyQuery,
  { silent: ["max_over_time(few[60d])"], finds: { "max_over_time(few[60d]) + max_over_time(few[60d])": ["few"] } },
  { server: { ...server, retention: 7 * 86_400 }, ruleOptions: { maxSamples: 100_000 } },
);
