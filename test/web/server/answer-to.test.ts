import { describe, expect, test } from "vitest";
import { demoServer } from "../../../src/embedded/demo-server.js";
import type { QueryResult } from "../../../src/prometheus/result.js";
import { answerTo } from "../../../src/web/server/answer-to.js";
import type { Call } from "../../../src/web/server/messages.js";

const demo = demoServer({ limits: { maxSamples: 100_000 } });
const { now } = demo;
const before = (hours: number): Date => new Date(now.getTime() - hours * 3_600_000);

describe("the demo cluster answers", () => {
  test.each<[Call, unknown]>([
    [{ method: "instantQuery", args: ["count(up)", now] }, { result: { type: "vector", series: [{ labels: {} }] } }],
    [{ method: "rangeQuery", args: ["count(up)", before(1), now, 60] }, { result: { type: "matrix" } }],
    [{ method: "labelNames", args: [["node_load1"]] }, expect.arrayContaining(["instance", "job"])],
    [{ method: "labelValues", args: ["mode", ["node_cpu_seconds_total"]] }, expect.arrayContaining(["idle"])],
    [{ method: "targets", args: [] }, expect.arrayContaining([expect.objectContaining({ health: "up" })])],
  ])("$method", async (call, value) => {
    expect(await answerTo({ ...call, id: 7 }, demo)).toMatchObject({ id: 7, value });
  });

  test.each<[Call, string, RegExp]>([
    [{ method: "instantQuery", args: ["sum(", now] }, "bad-query", /./],
    [{ method: "rangeQuery", args: ['{__name__=~".+"}', before(24), now, 300] }, "execution", /too many samples/],
  ])("%j with an error", async (call, kind, message) => {
    const error = { kind, message: expect.stringMatching(message), serverSays: expect.stringMatching(message) };
    expect(await answerTo({ ...call, id: 1 }, demo)).toEqual({ id: 1, error });
  });
});

const labels = {};
const samples = Array.from({ length: 1000 }, (_, time) => ({ time, value: 1 }));

test.each<[string, QueryResult, string | undefined]>([
  ["half a million samples", { type: "matrix", series: Array(500).fill({ labels, samples }) }, undefined],
  [
    "more",
    { type: "matrix", series: Array(501).fill({ labels, samples }) },
    "the result has 501000 samples in 501 series, more than the 500000 that this page shows: aggregate the series, or ask for less time",
  ],
  ["a scalar", { type: "scalar", sample: { time: 0, value: 1 } }, undefined],
])("%s", async (_, result, message) => {
  const server = { ...demo, instantQuery: () => Promise.resolve({ result, warnings: [], infos: [] }) };
  const reply = await answerTo({ id: 1, method: "instantQuery", args: ["x"] }, server);
  expect("error" in reply ? reply.error : undefined).toEqual(
    message === undefined ? undefined : { kind: "too-large", message },
  );
});

test("a mistake of ours is told as an error of the query", async () => {
  const server = { ...demo, targets: () => Promise.reject(new RangeError("Maximum call stack size exceeded")) };
  const error = { kind: "execution", message: "the query failed: RangeError: Maximum call stack size exceeded" };
  expect(await answerTo({ id: 1, method: "targets", args: [] }, server)).toEqual({ id: 1, error });
});
