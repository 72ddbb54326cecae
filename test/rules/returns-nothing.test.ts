import { returnsNothing } from "../../rules/returns-nothing.js";
import { checkRule } from "./check-rule.js";
import { serverWith } from "./server-with.js";

const server = serverWith({
  counts: {
    hits: 8,
    misses: 4,
    lost: 0,
    "last_over_time(lost[1h])": 0,
    'lost{job="down"}': 0,
    'hits{a="1",b="2"}': 0,
    'hits{a="1"}': 3,
    'hits{b="2"}': 4,
    'hits{a="9"}': 0,
    'hits{a!="1"}': 0,
  },
  seen: { lost: 300_000 },
  targets: [{ job: "down", instance: "a:1", health: "down" }],
  outcomes: {
    "hits / misses": 0,
    "hits * misses": 3,
    "hits > 5": 0,
    "hits > bool misses": 0,
    "hits and misses": 0,
    "absent(hits)": 0,
    "rate(hits[5m])": 0,
    "hits / lost": 0,
    "hits / hits offset 1d": 0,
    "hits / misses / misses": 0,
    "hits / on (a) misses": "many-to-many",
  },
});

checkRule(
  returnsNothing,
  {
    silent: [
      "hits",
      "hits * misses",
      "hits > 5",
      "hits and misses",
      "absent(hits)",
      "absent(lost)",
      "lost or hits",
      "hits unless lost",
      "lost offset 1d",
      "hits / hits offset 1d",
      'hits{a="9"}',
      "hits / on (a) misses",
      "not_asked",
    ],
    finds: {
      lost: ["lost"],
      "rate(lost[1h])": ["lost"],
      "hits / lost": ["lost"],
      'hits{a="1", b="2"}': ['{a="1", b="2"}'],
      'sum(hits{a!="1"})': ['{a!="1"}'],
      "hits / misses": ["/"],
      "hits > bool misses": [">"],
      "hits / misses / misses": ["hits / misses / misses"],
      "rate(hits[5m])": ["rate(hits[5m])"],
    },
    helps: {
      'lost{job="down"}': "the target `a:1` of the job `down` is down",
      'hits{a="1",b="2"}': 'of 8 series there are 3 with `a="1"`, 4 with `b="2"`',
    },
  },
  { server },
);

checkRule(returnsNothing, { silent: ["hits / misses"], finds: { "lost > 0": ["lost"] } }, { server, use: "alert" });

checkRule(returnsNothing, { silent: ["lost", "hits / misses"] });
