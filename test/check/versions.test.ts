import { expect, test } from "vitest";
import { check } from "../../src/check/check.js";
import type { PrometheusTarget } from "../../src/promql/features.js";

const functions = "promql-experimental-functions";
const ranges = "promql-extended-range-selectors";
const fill = "promql-binop-fill-modifiers";

test.each<[string, PrometheusTarget, string[]]>([
  ["info(up)", {}, ["info: experimental"]],
  ["info(up)", { features: [] }, ["error: experimental"]],
  ["info(up)", { version: "3.5" }, ["error: experimental"]],
  ["info(up)", { features: [functions] }, []],
  ["info(up)", { version: "2.54", features: [functions] }, ["error: too-new"]],
  ["info(up)", { version: "v2.55.1-rc1", features: [functions] }, []],
  ["acosh(up)", { version: "2.30.9" }, ["error: too-new"]],
  ["acosh(up)", { version: "2.31" }, []],
  ["first_over_time(up[5m])", {}, []],
  ["first_over_time(up[5m])", { features: [] }, []],
  ["first_over_time(up[5m])", { version: "3.13" }, ["error: experimental"]],
  ["first_over_time(up[5m])", { version: "3.14" }, []],
  ["limitk(1, up)", { version: "2.53", features: [functions] }, ["error: too-new"]],
  ["limitk(1, up)", { features: [] }, ["error: experimental"]],
  ["group(up)", { version: "2.19" }, ["error: too-new"]],
  ["sum(up)", { version: "2.0" }, []],
  ["rate(up[5m] anchored)", { features: [] }, ["error: experimental"]],
  ["rate(up[5m] anchored)", { features: [ranges] }, []],
  ["up + fill(0) down", { features: [] }, ["error: experimental"]],
  ["up + fill(0) down", { features: [fill] }, []],
])("%j for %j: %j", (query, prometheus, expected) => {
  expect(check(query, { prometheus }).map(({ severity, code }) => `${severity}: ${code}`)).toEqual(expected);
});

test.each<[string, PrometheusTarget, string]>([
  [
    "up + info(up)",
    {},
    "`info()` is experimental: a server rejects it without the feature flag `promql-experimental-functions`",
  ],
  ["acosh(up)", { version: "2.30" }, "`acosh()` came with Prometheus 2.31.0, and the query is for 2.30"],
])("%j for %j says: %s", (query, prometheus, message) => {
  expect(check(query, { prometheus })).toMatchObject([{ message }]);
});
