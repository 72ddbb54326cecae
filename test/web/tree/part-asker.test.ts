import { describe, expect, test } from "vitest";
import { dataServer } from "../../../src/embedded/data-server.js";
import type { AskedTimes } from "../../../src/results/answer-text.js";
import type { Known } from "../../../src/web/tree/known.js";
import { type AskedQuery, partAsker } from "../../../src/web/tree/part-asker.js";
import { rowOf } from "../../../src/web/tree/part-row.js";
import { headOf } from "../../../src/web/tree/part-text.js";
import { readParts } from "../../../src/web/tree/read-query.js";

const data = `
load 30s
  up{job="api", instance="a:1"}             1x120
  up{job="node", instance="b:2"}            0x120
  requests_total{job="api", code="200"}     0+60x120
  requests_total{job="api", code="500"}     0+6x120
  limit{job="api", zone="x"}                50x120
  size_bytes{job="api"}                     2048x120
  flag{a="1"}                               1x80
  wide{path="/a"}                           0+1x120
  wide{path="/b"}                           0+1x120
  wide{path="/c"}                           0+1x120
`;
const { server } = dataServer([{ path: "a.test", text: data }], 0);
const now: AskedTimes = { kind: "instant", time: 3600 };

/** Until all that waits for no clock is done, which is all that a server in memory does. */
function settled(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0));
}

async function answered(query: string, times: AskedTimes = now, asked: AskedQuery["server"] = server) {
  const { parts, problemOf } = readParts(query);
  const asker = partAsker({ query, times, server: asked }, () => undefined);
  asker.ask(parts.filter((part) => !problemOf(part)));
  await settled();
  const known: Known = { ...asker, query, times, problemOf, unitOf: () => undefined };
  return { parts, known };
}

/** The lines of the tree: the part, its result, what is said of it, and how it looks. */
async function rows(query: string, times?: AskedTimes): Promise<readonly string[]> {
  const { parts, known } = await answered(query, times);
  return parts.map((part) => {
    const { size, note, looks } = rowOf(part, known);
    return [headOf(part), size, note, ...(looks === "plain" ? [] : [looks])].join(" | ");
  });
}

describe("results", () => {
  test.each<readonly [query: string, ...lines: string[]]>([
    ["1 + 2", "1 + 2 | 3 | "],
    ['"a text"', '"a text" | "a text" | '],
    ["time()", "time() | 3600 | "],
    ["up", "up | 2 series | instance (2), job (2)"],
    ["vector(1)", "vector(1) | 1 series: 1 | no labels"],
    ["limit", 'limit | 1 series: 50 | limit{job="api", zone="x"}'],
    [
      'sum(rate(requests_total{code="500"}[5m]))',
      "sum(…) | 1 series: 0.2 | no labels",
      'rate(…) | 1 series: 0.2 | code="500", job="api"',
      'requests_total{code="500"}[5m] | 1 series, 10 samples | requests_total{code="500", job="api"}',
    ],
    [
      "sum_over_time(up[1m])",
      "sum_over_time(…) | 2 series | instance (2), job (2)",
      "up[1m] | 2 series, 4 samples | instance (2), job (2)",
    ],
    ['{job="api"}', '{job="api"} | 5 series | metric (4), code (3), instance (2), zone (2)'],
  ])("%s", async (query, ...lines) => {
    expect(await rows(query)).toEqual(lines);
  });
});

describe("where series get lost", () => {
  test.each<readonly [query: string, ...lines: string[]]>([
    ["up > 0", "… > 0 | 1 series: 1 | 1 of 2 series fulfils the condition", "up | 2 series | instance (2), job (2)"],
    [
      "up > 1",
      "… > 1 | no series | none of 2 series fulfils `> 1`: they are from 0 to 1 | bad",
      "up | 2 series | instance (2), job (2)",
    ],
    [
      "requests_total / limit",
      "… / … | no series | 2 on the left, 1 on the right, none matched: they differ in `code`, `zone` | bad",
      "requests_total | 2 series | code (2)",
      'limit | 1 series: 50 | limit{job="api", zone="x"}',
    ],
    [
      "up * on (job) limit",
      "… * on (job) … | 1 series: 50 | 2 on the left, 1 on the right: 1 on the left has no partner: it differs in `job` | loss",
      "up | 2 series | instance (2), job (2)",
      'limit | 1 series: 50 | limit{job="api", zone="x"}',
    ],
    [
      "up and on (job) limit",
      "… and on (job) … | 1 series: 1 | 2 on the left, 1 on the right: 1 of the left side stays",
      "up | 2 series | instance (2), job (2)",
      'limit | 1 series: 50 | limit{job="api", zone="x"}',
    ],
    [
      "up >= on (job, instance) (up * 2)",
      "… >= on (job, instance) … | 1 series: 0 | 2 on the left, 2 on the right: 1 fulfils the condition",
      "up | 2 series | instance (2), job (2)",
      "… * 2 | 2 series | instance (2), job (2)",
      "up | 2 series | instance (2), job (2)",
    ],
    [
      "sum(request_total) + 1",
      "… + 1 | no series | ",
      "sum(…) | no series | ",
      "request_total | no series | there is no metric `request_total` | bad",
    ],
    [
      "absent(nothing)",
      "absent(…) | 1 series: 1 | no labels",
      "nothing | no series | there is no metric `nothing` | loss",
    ],
    [
      "absent(up)",
      "absent(…) | no series | `absent()` gives nothing as long as there is a series: there are 2 | bad",
      "up | 2 series | instance (2), job (2)",
    ],
  ])("%s", async (query, ...lines) => {
    expect(await rows(query)).toEqual(lines);
  });

  test("within a subquery it is one of its moments", async () => {
    expect(await rows("count_over_time((flag > 0)[1h:7m])")).toEqual([
      'count_over_time(…) | 1 series: 6 | a="1"',
      '…[1h:7m] | 1 series, 6 samples | flag{a="1"}',
      "… > 0 | no series | ",
      "flag | no series | the last sample of `flag` is of 1970-01-01T00:40:00Z, 16m before 1970-01-01T00:56:00Z | loss",
    ]);
  });

  test("why there is nothing is not asked where the part was asked in other words", async () => {
    const range: AskedTimes = { kind: "range", start: 0, end: 3600, step: 60 };
    expect(await rows("nothing @ start()", range)).toEqual(["nothing @ start() | no series |  | bad"]);
  });
});

describe("what a server rejects", () => {
  test.each<readonly [query: string, ...lines: string[]]>([
    [
      "sum(rate(up)) + limit",
      "… + … | not asked |  | bad",
      "sum(…) | not asked |  | bad",
      "rate(…) | not asked |  | bad",
      "up | 2 series | instance (2), job (2)",
      'limit | 1 series: 50 | limit{job="api", zone="x"}',
    ],
    ["sum(up", "sum(…) | not asked |  | bad", "up | not asked |  | bad"],
    ["{}", "{} | not asked |  | bad"],
    [
      "up * on (job) requests_total",
      '… * on (job) … | no answer | found duplicate series for the match group {job="api"} on the right hand-side of the operation: [{__name__="requests_total", code="200", job="api"}, {__name__="requests_total", code="500", job="api"}];many-to-many matching not allowed: matching labels must be unique on one side | bad',
      "up | 2 series | instance (2), job (2)",
      "requests_total | 2 series | code (2)",
    ],
  ])("%s", async (query, ...lines) => {
    expect(await rows(query)).toEqual(lines);
  });
});

describe("large ranges", () => {
  test("of too many samples the last of each series is read", async () => {
    const asked: string[] = [];
    const counting: AskedQuery["server"] = {
      ...server,
      instantQuery: (query, time) => {
        asked.push(query);
        return server.instantQuery(query.replace("sum(count_over_time", "1e5 * sum(count_over_time"), time);
      },
    };
    const { parts, known } = await answered("wide[2m]", now, counting);
    expect(asked).toEqual(["sum(count_over_time(wide[2m]\n))", "last_over_time(wide[2m]\n)"]);
    expect(parts.map((part) => rowOf(part, known).size)).toEqual(["3 series, 1200000 samples"]);
  });

  test("series that differ in their names only are counted by nobody", async () => {
    const { server: twins } = dataServer([{ path: "a.test", text: "load 30s\n  a 1x120\n  b 2x120\n" }], 0);
    const { parts, known } = await answered('{__name__=~"a|b"}[5m]', now, twins);
    expect(parts.map((part) => rowOf(part, known).size)).toEqual(["2 series"]);
  });
});

test("what is stopped asks for nothing more and says nothing more", async () => {
  const { parts } = readParts("a or b or c");
  let asked = 0;
  let answers = 0;
  const slow: AskedQuery["server"] = {
    ...server,
    instantQuery: (query, time) => {
      asked++;
      return server.instantQuery(query, time);
    },
  };
  const asker = partAsker({ query: "a or b or c", times: now, server: slow }, () => answers++);
  asker.ask(parts);
  asker.stop();
  await settled();
  expect([asked, answers]).toEqual([1, 0]);
});
