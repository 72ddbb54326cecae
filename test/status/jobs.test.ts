import { expect, test } from "vitest";
import { readConfiguration } from "../../src/status/configuration.js";
import { jobStatuses } from "../../src/status/jobs.js";
import { configurationOf, dropped, target } from "./server-facts.js";

async function jobsOf(configuration: string | undefined, ...targets: ReturnType<typeof target>[]) {
  const read = configuration === undefined ? undefined : await readConfiguration(configuration);
  return jobStatuses({ active: targets, dropped: [] }, typeof read === "string" ? undefined : read, undefined, 3);
}

test("jobs stand in the order of the configuration, and those that it does not hold come last", async () => {
  const jobs = await jobsOf(configurationOf({ b: [], a: [] }), target("c"), target("a"));
  expect(jobs.map(({ job, interval, active }) => [job, interval, active])).toEqual([
    ["b", 15, 0],
    ["a", 15, 1],
    ["c", undefined, 1],
  ]);
});

test("targets are counted by their health", async () => {
  const [job] = await jobsOf(
    undefined,
    target("a", { scrapeInterval: 30 }),
    target("a", { health: "down", lastError: "x" }),
    target("a", { health: "unknown" }),
  );
  expect(job).toMatchObject({ interval: 30, discovered: 3, active: 3, up: 1, down: 1, unknown: 1, dropped: 0 });
});

test("errors that differ in the address only are one", async () => {
  const down = (address: string, error: string) =>
    target("a", {
      health: "down",
      scrapeUrl: `http://${address}/metrics`,
      lastError: `Get "http://${address}/metrics": ${error}`,
    });
  const [job] = await jobsOf(
    undefined,
    down("b:1", "EOF"),
    down("10.0.0.1:1", "dial tcp 10.0.0.1:1: connect: connection refused"),
    down("[fd00::1]:1", "dial tcp [fd00::1]:1: connect: connection refused"),
  );
  expect(job?.errors).toEqual([
    {
      error: "dial tcp 10.0.0.1:1: connect: connection refused",
      targets: ["http://10.0.0.1:1/metrics", "http://[fd00::1]:1/metrics"],
    },
    { error: "EOF", targets: ["http://b:1/metrics"] },
  ]);
});

test("the job of a target whose label an old server has lost is the one that the operator wrote down", () => {
  const [lost] = dropped("", 1, { __tmp_prometheus_job_name: "podMonitor/a/b/0" });
  if (!lost) throw new Error("there is one");
  const discoveredLabels = Object.fromEntries(Object.entries(lost.discoveredLabels).filter(([name]) => name !== "job"));
  const jobs = jobStatuses({ active: [], dropped: [{ scrapePool: "", discoveredLabels }] }, undefined, undefined, 2);
  expect(jobs.map(({ job, dropped: count }) => [job, count])).toEqual([["podMonitor/a/b/0", 1]]);
});
