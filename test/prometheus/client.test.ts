import { describe, expect, test } from "vitest";
import { connect } from "../../src/prometheus/index.js";
import { serveAlways, success } from "./fake-server.js";

const up = { __name__: "up", job: "node" };

async function instant(data: unknown, annotations?: object) {
  const { url } = await serveAlways(success(data, annotations));
  return connect({ url }).instantQuery("up");
}

describe("results", () => {
  test.each([
    ["1.5", 1.5],
    ["1e+06", 1e6],
    ["-0", -0],
    ["NaN", NaN],
    ["+Inf", Infinity],
    ["Inf", Infinity],
    ["-Inf", -Infinity],
  ])("the value %s of a vector", async (text, value) => {
    const { result } = await instant({ resultType: "vector", result: [{ metric: up, value: [12.5, text] }] });
    expect(result).toEqual({ type: "vector", series: [{ labels: up, sample: { time: 12.5, value } }] });
  });

  test.each(["", "Infinity", "one", "0x", 3, null])("refuses the value %j", async (value) => {
    const answer = instant({ resultType: "vector", result: [{ metric: up, value: [12.5, value] }] });
    await expect(answer).rejects.toMatchObject({ kind: "not-prometheus" });
  });

  test("a matrix of floats and native histograms, in the order of time", async () => {
    const histogram = {
      count: "3",
      sum: "+Inf",
      buckets: [
        [3, "-0.1", "0.1", "1"],
        [0, "1", "+Inf", "2"],
      ],
    };
    const series = {
      metric: {},
      values: [
        [1, "NaN"],
        [3, "-Inf"],
      ],
      histograms: [[2, histogram]],
    };
    const { url } = await serveAlways(success({ resultType: "matrix", result: [series] }));
    const { result } = await connect({ url }).rangeQuery("up", new Date(0), new Date(3000), 1);
    expect(result).toEqual({
      type: "matrix",
      series: [
        {
          labels: {},
          samples: [
            { time: 1, value: NaN },
            {
              time: 2,
              histogram: {
                count: 3,
                sum: Infinity,
                buckets: [
                  { closed: "both", lower: -0.1, upper: 0.1, count: 1 },
                  { closed: "right", lower: 1, upper: Infinity, count: 2 },
                ],
              },
            },
            { time: 3, value: -Infinity },
          ],
        },
      ],
    });
  });

  test("a native histogram beside a float in one vector", async () => {
    const { result } = await instant({
      resultType: "vector",
      result: [
        { metric: up, value: [1, "1"] },
        { metric: {}, histogram: [1, { count: "0", sum: "0" }] },
      ],
    });
    expect(result).toMatchObject({ series: [{ sample: { value: 1 } }, { sample: { histogram: { buckets: [] } } }] });
  });

  test("a scalar", async () => {
    const { result } = await instant({ resultType: "scalar", result: [1, "+Inf"] });
    expect(result).toEqual({ type: "scalar", sample: { time: 1, value: Infinity } });
  });

  test("a string", async () => {
    const { result } = await instant({ resultType: "string", result: [1, "+Inf"] });
    expect(result).toEqual({ type: "string", time: 1, text: "+Inf" });
  });

  test("warnings and infos", async () => {
    const data = { resultType: "vector", result: [] };
    const info = 'PromQL info: metric might not be a counter: "up"';
    const separate = await instant(data, { warnings: ["PromQL warning: w"], infos: [info] });
    expect(separate).toMatchObject({ warnings: ["PromQL warning: w"], infos: [info] });
    const mixed = await instant(data, { warnings: ["PromQL warning: w", info, 3] });
    expect(mixed).toMatchObject({ warnings: ["PromQL warning: w"], infos: [info] });
  });

  test("labels called like parts of JavaScript's objects", async () => {
    const metric = JSON.parse('{"__proto__":"a","constructor":"b"}') as unknown;
    const { result } = await instant({ resultType: "vector", result: [{ metric, value: [1, "1"] }] });
    const labels = result.type === "vector" ? result.series[0]?.labels : undefined;
    expect(Object.entries(labels ?? {})).toEqual([
      ["__proto__", "a"],
      ["constructor", "b"],
    ]);
  });
});

describe("requests", () => {
  const nothing = success({ resultType: "vector", result: [] });

  test.each(["", "/", "//", "/prefix", "/prefix/", "/prefix/api/v1", "/a%20b/"])("to the path %j", async (path) => {
    const { url, seen } = await serveAlways(nothing);
    await connect({ url: url + path }).instantQuery("up", new Date(0));
    const prefix = path.replace(/\/+$/, "").replace("/api/v1", "");
    expect(seen).toMatchObject([{ method: "POST", path: `${prefix}/api/v1/query` }]);
    expect(seen[0]?.parameters.get("query")).toBe("up");
    expect(seen[0]?.parameters.get("time")).toBe("0");
  });

  test("a range query over its times in seconds", async () => {
    const { url, seen } = await serveAlways(success({ resultType: "matrix", result: [] }));
    await connect({ url }).rangeQuery("up", new Date(0), new Date(61_500), 15);
    expect([...(seen[0]?.parameters ?? [])]).toEqual([
      ["query", "up"],
      ["start", "0"],
      ["end", "61.5"],
      ["step", "15"],
    ]);
  });

  test("headers go with every request, and one given wins over the URL's credentials", async () => {
    const { url, seen } = await serveAlways(nothing);
    const headers = { authorization: "Bearer t", "X-Scope-OrgID": "team" };
    await connect({ url: url.replace("//", "//u:p@"), headers }).instantQuery("up");
    expect(seen[0]?.headers).toMatchObject({ authorization: "Bearer t", "x-scope-orgid": "team" });
  });

  test("a long query", async () => {
    const { url, seen } = await serveAlways(nothing);
    const query = `up${" or up".repeat(200_000)}`;
    await connect({ url }).instantQuery(query);
    expect(seen[0]?.parameters.get("query")).toBe(query);
  });
});
