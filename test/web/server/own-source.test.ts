import { describe, expect, test } from "vitest";
import { recommended } from "../../../rules/index.js";
import { ownSource } from "../../../src/web/server/own-source.js";
import { failure, type FakeAnswer, serve, success } from "../../prometheus/fake-server.js";

const one = success({ resultType: "scalar", result: [1, "1"] });

/** A server with one metric of its own. */
async function server() {
  return serve(({ path, parameters }): FakeAnswer | undefined => {
    if (path === "/api/v1/query") return parameters.get("query") === "slow" ? undefined : one;
    if (path === "/api/v1/metadata")
      return success({ shop_orders_total: [{ type: "counter", help: "Orders", unit: "" }] });
    return path === "/api/v1/label/__name__/values" ? success(["shop_orders_total"]) : { status: 404 };
  });
}

test("a server is asked once, and knows its metrics and the usual ones", async () => {
  const { url, seen } = await server();
  const source = await ownSource(`${url}/`, recommended, "http:");
  expect(source).toMatchObject({ judgedBy: "tree", rules: recommended, server: { name: url } });
  expect(["shop_orders_total", "node_load1"].map((name) => source.metrics.metric(name)?.type)).toEqual([
    "counter",
    "gauge",
  ]);
  expect(seen.map(({ path }) => path).sort()).toEqual([
    "/api/v1/label/__name__/values",
    "/api/v1/metadata",
    "/api/v1/query",
  ]);
  expect(Math.abs(source.now().getTime() - Date.now())).toBeLessThan(2_000);
});

test("what is asked can be stopped, and the server is asked again", async () => {
  const { url, seen } = await server();
  const source = await ownSource(url, recommended, "http:");
  const slow = failure(() => source.server.instantQuery("slow"));
  await expect.poll(() => seen.some(({ parameters }) => parameters.get("query") === "slow")).toBe(true);
  source.server.stop();
  expect((await slow).kind).toBe("cancelled");
  expect((await source.server.instantQuery("1")).result.type).toBe("scalar");
});

describe("is refused", () => {
  test.each<[string, string, string]>([
    ["prometheus:9090", "http:", "`prometheus:9090` has no scheme: write `http://prometheus:9090`"],
    ["ftp://prometheus", "http:", "`ftp://prometheus` is no server of Prometheus' API: use `http://` or `https://`"],
    [
      "http://jane:secret@prometheus:9090",
      "https:",
      "this page came by https, so the browser lets it ask no server by http, unless it runs on this machine: give the server's https address, or serve the page by `promql-lint learn --web`",
    ],
  ])("%s from %s", async (url, page, message) => {
    const error = await failure(() => ownSource(url, recommended, page));
    expect([error.kind, error.message]).toEqual(["bad-url", message]);
  });
});

test("a page of https may ask this machine by http", async () => {
  const { url } = await server();
  expect(new URL(url).hostname).toBe("127.0.0.1");
  expect((await ownSource(url, recommended, "https:")).server.name).toBe(url);
});

test("a server that answers otherwise is none", async () => {
  const { url } = await serve(() => ({ body: "<html>" }));
  const error = await failure(() => ownSource(url.replace("//", "//jane:se:cret@"), recommended, "http:"));
  expect(error.kind).toBe("not-prometheus");
  expect(error.message).not.toContain("cret");
});
