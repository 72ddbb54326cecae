import { unknownLabelValue } from "../../rules/unknown-label-value.js";
import { checkRule } from "./check-rule.js";
import { serverWith } from "./server-with.js";

const server = serverWith({
  counts: {
    hits: 8,
    'hits{mode="idel"}': 0,
    'hits{mode=~"idel"}': 0,
    'hits{mode=~"fast|slow"}': 0,
    'last_over_time(hits{mode="idel"}[1h])': 0,
    'last_over_time(hits{mode="was"}[1h])': 2,
    'hits{mode="was"}': 0,
    'hits{mode="other"}': 0,
    'hits{code="500"}': 0,
    'hits{code="notfond"}': 0,
    'hits{job="gone"}': 0,
    'hits{job="down"}': 0,
    'hits{instance="a:1"}': 0,
    'hits{color="red"}': 0,
    'hits{job="gone",mode="idel"}': 0,
    'hits{job="api",mode="idel"}': 0,
    'hits{job="api"}': 3,
    'hits{mode="it\'s"}': 0,
    'lost{mode="idel"}': 0,
    lost: 0,
    'unanswered{mode="idel"}': 0,
  },
  values: {
    "hits mode": ["idle", "user", "it`s"],
    "hits code": ["200", "notfound"],
    "hits job": ["api"],
    "hits instance": ["b:1"],
    "hits color": [],
  },
  seen: { 'hits{job="down"}': 7200 },
  targets: [
    { job: "down", instance: "a:1", health: "down", lastError: "connection refused" },
    { job: "api", instance: "b:1", health: "up" },
  ],
  notStored: ["unknown"],
});

checkRule(
  unknownLabelValue,
  {
    silent: [
      "hits",
      'hits{mode="idle"}',
      'hits{mode="not asked"}',
      'hits{mode="idel"} offset 1d',
      'hits{mode="idel"} @ 0',
      'rate(hits{mode="was"}[1h])',
      'hits{code="500"}',
      'lost{mode="idel"}',
      'unanswered{mode="idel"}',
      'unknown{mode="idel"}',
      'absent(hits{mode="other"})',
      'hits{mode="other"} or vector(0)',
      'hits unless hits{mode="other"}',
      '{mode="idel"}',
    ],
    finds: {
      'hits{mode="idel"}': ['"idel"'],
      'rate(hits{mode="idel"}[1h])': ['"idel"'],
      'absent(hits{mode="idel"})': ['"idel"'],
      'hits{code="notfond"}': ['"notfond"'],
      'hits{mode=~"fast|slow"}': ['"fast|slow"'],
      'hits{color="red"}': ["color"],
      'hits{job="gone", mode="idel"}': ['"gone"', '"idel"'],
      "hits{job='api', mode='idel'}": ["'idel'"],
      'hits{mode="other"} unless hits': ['"other"'],
    },
    fixes: {
      'hits{mode="idel"}': 'review: hits{mode="idle"}',
      "hits{mode=~`idel`}": "review: hits{mode=~`idle`}",
      'hits{mode="it\'s"}': 'review: hits{mode="it`s"}',
      'hits{job="gone"}': "none",
    },
    helps: {
      'hits{job="gone"}': "no target of http://prometheus has the job `gone`; the only value of `job` is `api`",
      'hits{job="down"}':
        "the target `a:1` of the job `down` is down: connection refused; the only value of `job` is `api`",
      'hits{instance="a:1"}':
        "the target `a:1` of the job `down` is down: connection refused; the only value of `instance` is `b:1`",
      'hits{mode="other"}': "the values of `mode` are `idle`, `user` and `it`s`",
    },
  },
  { server },
);

checkRule(
  unknownLabelValue,
  { finds: { 'hits{code="500"}': ['"500"'] }, silent: ['hits{mode="other"}'] },
  { server, ruleOptions: { comingAndGoing: ["mode"] } },
);

checkRule(
  unknownLabelValue,
  { silent: ['hits{mode="$mode"}'], finds: { 'hits{mode="idel", job="$job"}': ['"idel"'] } },
  { server, variables: "grafana" },
);

checkRule(unknownLabelValue, { silent: ['hits{mode="idel"}'] });
