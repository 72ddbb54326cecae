import { describe, expect, test } from "vitest";
import { type FakeAnswer, serve, success } from "../prometheus/fake-server.js";
import { promqlLint } from "./command.js";

/** A series of the node exporter, which is the result of whatever is asked. */
const loaded = vector([{ metric: { __name__: "node_load1", instance: "a:1", job: "node" }, value: [1.5, "0.5"] }]);

function vector(result: readonly object[]): FakeAnswer {
  return success({ resultType: "vector", result });
}

function run(url: string, ...flags: string[]) {
  return promqlLint(["catalogue", "run", "--server", url, "--id", "node-load", ...flags]);
}

describe("a server that as a whole cannot be asked ends the run with 3, and its message says what to do", () => {
  test.each<[string, FakeAnswer, string]>([
    [
      "401",
      { status: 401, headers: { "content-type": "text/plain" }, body: "Unauthorized" },
      'URL refuses access (HTTP 401, "Unauthorized"): check the user and password or the token',
    ],
    [
      "503 each time",
      { status: 503, body: "starting" },
      'URL is not available (HTTP 503, "starting"): try again later',
    ],
    [
      "HTML",
      { headers: { "content-type": "text/html" }, body: "<!doctype html><title>Log in</title>" },
      "URL does not speak Prometheus' API: it answers /api/v1/query with an HTML page; check the address and the path",
    ],
    [
      "truncated JSON",
      { body: loaded.body?.slice(0, -30) ?? "" },
      "URL does not speak Prometheus' API: it answers /api/v1/query with other or broken JSON; check the address and the path",
    ],
    [
      "more than 64 MiB",
      { body: " ".repeat(65 * 2 ** 20) },
      "URL answers with more than 64 MiB: aggregate the query, or ask for less time",
    ],
  ])("%s", async (_, answer, message) => {
    const { url } = await serve(() => answer);
    const { status, stdout, stderr } = await run(url);
    expect(stderr.replaceAll(url, "URL")).toBe(`promql-lint: ${message}\n`);
    expect([status, stdout]).toEqual([3, ""]);
  });

  test("a server that hangs", async () => {
    const { url } = await serve(() => undefined);
    const { status, stderr } = await run(url, "--timeout", "0.3");
    expect(stderr).toBe(`promql-lint: ${url} did not answer within 0.3 s: check the address, or raise the timeout\n`);
    expect(status).toBe(3);
  });
});

describe("what concerns one query is the outcome of that query", () => {
  test.each<[string, FakeAnswer, string]>([
    ["503", { status: 503, body: "starting" }, 'URL is not available (HTTP 503, "starting"): try again later'],
    [
      "more than 64 MiB",
      { body: " ".repeat(65 * 2 ** 20) },
      "URL answers with more than 64 MiB: aggregate the query, or ask for less time",
    ],
  ])("%s", async (_, answer, message) => {
    const { url } = await serve(({ parameters }) => (parameters.get("query") === "1" ? loaded : answer));
    const { status, stdout, stderr } = await run(url, "-f", "json");
    expect([status, stderr]).toEqual([1, ""]);
    expect(JSON.parse(stdout.replaceAll(url, "URL"))).toMatchObject({
      outcomes: [{ id: "node-load", status: "error", message }],
    });
  });
});

test("503 once is asked again", async () => {
  let refused = false;
  const { url, seen } = await serve(() => {
    if (refused) return loaded;
    refused = true;
    return { status: 503, body: "starting" };
  });
  const { status, stdout, stderr } = await run(url);
  expect([status, stderr]).toEqual([0, ""]);
  expect(stdout).toContain('ok     node-load  1 series, such as node_load1{instance="a:1", job="node"} 0.5\n');
  expect(seen.length).toBe(3);
});

test("an answer of 50 MB is read", async () => {
  const series = { metric: { __name__: "node_load1", instance: "a:1", job: "node", pad: "x".repeat(900) } };
  const { url } = await serve(({ parameters }) =>
    parameters.get("query") === "1"
      ? loaded
      : vector(Array.from({ length: 51_000 }, (_, k) => ({ ...series, value: [1.5, String(k)] }))),
  );
  const { status, stdout } = await run(url);
  expect(status).toBe(0);
  expect(stdout).toContain("ok     node-load  51000 series, such as");
});
