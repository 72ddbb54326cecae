import type { Asked, Outcome } from "./server-answer.js";

/** How Prometheus 3.5, which is asked, differs from 3.14, as which the engine answers; its `info` is that of 3.15. */
export interface VersionDifference {
  readonly name: string;
  /** A query over the series of `engineSeries`, and the first line in which the answers differ. */
  readonly example: { readonly asked: Asked; readonly older: string | RegExp; readonly newer: string | RegExp };
  /** The example needs delayed removal of names. */
  readonly delayed?: true;
  /** Queries that are not asked of both, since their answers may differ. */
  readonly concerns?: (asked: Asked) => boolean;
  /** Answers that may differ in this way. */
  readonly explains?: (older: Outcome, newer: Outcome) => boolean;
  /** A note without what one of them does not tell; nothing for a note that one of them does not have. */
  readonly forgets?: (note: string) => string | undefined;
}

const end = 1_750_000_000;
const minutesAgo = (minutes: number) => end - 60 * minutes;
const at = (query: string): Asked => ({ query, time: end });
const over = (query: string): Asked => ({ query, start: minutesAgo(20), end: minutesAgo(8), step: 360 });

/** All differences that are known. */
export const versionDifferences: readonly VersionDifference[] = [
  {
    name: "several matches are an error even if the comparison keeps none of them",
    example: {
      asked: at('foo{a="x", b=~"x|y"} > on (a) (foo{a="x", b=""} + 1e12)'),
      older: "no more series",
      newer: "multiple matches for labels: many-to-one matching must be explicit (group_left/group_right)",
    },
    explains: (older, newer) =>
      "series" in older && "error" in newer && newer.error.startsWith("multiple matches for labels"),
  },
  {
    name: "with delayed removal series that become alike and take turns are one",
    delayed: true,
    example: {
      asked: {
        query: "histogram_quantile(0, latency_bucket) or on () predict_linear(foo[30m] offset -2m, -5)",
        start: end - 3992,
        end,
        step: 300,
      },
      older: "vector cannot contain metrics with the same labelset",
      newer: /^\{a="x",b="y",.*} 1749996308=53\.7/,
    },
    explains: (older, newer) =>
      "error" in older && older.error === "vector cannot contain metrics with the same labelset" && "series" in newer,
  },
  {
    name: "in a range query `info` adds to each series its own labels only",
    example: {
      asked: { ...over("info(foo % 7 > 4)"), step: 30 },
      older: /version="v|job="\w+"}/,
      newer: /version="v|job="\w+"}/,
    },
    concerns: (asked) => "step" in asked && asked.query.includes("info("),
  },
  {
    name: "the quantile of a fixed vector may change from step to step",
    example: {
      asked: over('quantile(scalar(foo{a="x", b="x"}) % 7 / 7, bar @ end())'),
      older: "{} 1749998800=-62.35785714285717 1749999160=-62.35785714285717 1749999520=-62.35785714285717",
      newer: "{} 1749998800=-62.35785714285717 1749999160=-299.463 1749999520=181.6561428571428",
    },
    concerns: ({ query }) => /\bquantile\b.*@/.test(query),
  },
  {
    name: "`histogram_fraction` sorts the buckets",
    example: {
      asked: at('histogram_fraction(0, 0.3, latency_bucket{a="x"})'),
      older: '{a="x",instance="host-none:1",job="api"} 1750000000=NaN',
      newer: '{a="x",instance="host-none:1",job="api"} 1750000000=0.3867403314917127',
    },
    concerns: ({ query }) => query.includes("histogram_fraction"),
  },
  {
    name: "with delayed removal a name that is to be dropped within a subquery is dropped",
    delayed: true,
    example: {
      asked: at('last_over_time((rate(foo{a="x", b="x"}[5m]))[2m:1m])'),
      older: '{__name__="foo",a="x",b="x",instance="host-x:1",job="api"} 1750000000=0.8407407407407408',
      newer: '{a="x",b="x",instance="host-x:1",job="api"} 1750000000=0.8407407407407408',
    },
    concerns: ({ query }) => /(?:first|last)_over_time\(.*:/.test(query),
  },
  {
    name: "with delayed removal a group drops the name of its own series, not of another group's",
    delayed: true,
    example: {
      asked: { query: 'quantile by (__name__) (0, bar{b=~"x|y"} or ignoring () abs(foo))', time: end - 119 },
      older: '{__name__="foo"} 1749999881=29',
      newer: "{} 1749999881=29",
    },
    concerns: ({ query }) => /\bby \([^)]*__name__/.test(query),
  },
  {
    name: "with delayed removal `info` leaves a name that is to be dropped, up to 3.14",
    delayed: true,
    example: {
      asked: at('info(rate(foo{a="x", b="x"}[5m]))'),
      older: '{__name__="foo",a="x",b="x",instance="host-x:1",job="api",version="v1"} 1750000000=0.7217777777777777',
      newer: '{a="x",b="x",instance="host-x:1",job="api",version="v1"} 1750000000=0.7217777777777777',
    },
    concerns: ({ query }) => /\binfo\(\w+\(/.test(query),
  },
  {
    name: "`info` looks for info series at the time of the query, whatever the time of its vector, up to 3.14",
    example: {
      asked: { query: `info(foo{a="x", b="x"} @ ${end})`, time: end + 3600 },
      older: '{__name__="foo",a="x",b="x",instance="host-x:1",job="api"} 1750003600=1419',
      newer: '{__name__="foo",a="x",b="x",instance="host-x:1",job="api",version="v1"} 1750003600=1419',
    },
    concerns: ({ query }) => /\binfo\(.*(?:\boffset\b|@)/.test(query),
  },
  {
    name: "the deviation of a range with `NaN` is `NaN`",
    example: {
      asked: at("mad_over_time(sgn(baz)[1h:15s])"),
      older: '{c="x"} 1750000000=1',
      newer: '{c="x"} 1750000000=NaN',
    },
    concerns: ({ query }) => query.includes("mad_over_time"),
  },
  {
    name: "a range query is told that sorting has no effect",
    example: {
      asked: over('sort(foo{a="x", b="x"})'),
      older: "no more notes",
      newer: "PromQL warning: sort is ineffective for range queries since results are always ordered by labels (1:1)",
    },
    forgets: (note) => (note.includes("sort is ineffective") ? undefined : note),
  },
  {
    name: "it is told which buckets were raised, and no empty name of a metric",
    example: {
      asked: at('histogram_quantile(0.5, 100 - latency_bucket{a="x"})'),
      older:
        'PromQL info: input to histogram_quantile needed to be fixed for monotonicity (see https://prometheus.io/docs/prometheus/latest/querying/functions/#histogram_quantile) for metric name "" (1:25)',
      newer:
        "PromQL info: input to histogram_quantile needed to be fixed for monotonicity (see https://prometheus.io/docs/prometheus/latest/querying/functions/#histogram_quantile), from buckets 0.5 to +Inf, with a max diff of 1300, over 1 samples from 2025-06-15T15:06:40Z to 2025-06-15T15:06:40Z (1:25)",
    },
    forgets: (note) =>
      note.replace(/, from buckets .* over \d+ samples from \S+ to \S+/, "").replace(' for metric name ""', ""),
  },
  {
    name: "the metric of a malformed bucket is told where names are dropped late",
    example: {
      asked: at('histogram_quantile(0.5, foo{a="x", b="x"})'),
      older: 'PromQL warning: bucket label "le" is missing or has a malformed value of "" for metric name "foo" (1:25)',
      newer: 'PromQL warning: bucket label "le" is missing or has a malformed value of "" (1:25)',
    },
    forgets: (note) => note.replace(/(bucket label .*?)(?: for metric name ".*")? \(\d+:\d+\)$/, "$1"),
  },
];
