import { expect, test } from "vitest";
import { complete } from "../../src/tutorial/complete.js";
import { demoClassroom } from "./course.js";

const { server } = demoClassroom();

test.each<[query: string, begun: string, words: readonly string[]]>([
  ["nginx_connections_a", "nginx_connections_a", ["nginx_connections_accepted", "nginx_connections_active"]],
  ["sum(rat", "rat", ["rate"]],
  ["sum by (job) (increa", "increa", ["increase"]],
  ["node_cpu_seconds_total{mo", "mo", ["mode"]],
  ['node_cpu_seconds_total{mode="i', "i", ["idle", "iowait", "irq"]],
  [
    'node_cpu_seconds_total{cpu="0", mode=~"',
    "",
    ["idle", "iowait", "irq", "nice", "softirq", "steal", "system", "user"],
  ],
  ["sum(node_cpu_seconds_total) by (c", "c", ["container", "cpu"]],
  ["node_load1 * on (inst", "inst", ["instance"]],
  ["sum by (inst", "inst", ["instance"]],
  ["node_load1 + fil", "fil", ["fill", "fill_left", "fill_right"]],
  ["rate(node_cpu_seconds_total[5m] smo", "smo", ["smoothed"]],
  ["", "", []],
  ["nothing_at_all{", "", []],
  ["xyz", "xyz", []],
  ["a".repeat(3000), "", []],
])("%j", async (query, begun, words) => {
  expect(await complete(query, server)).toEqual({ begun, words });
});
