import picocolors from "picocolors";
import { expect, test } from "vitest";
import type { StatusFacts } from "../../src/status/facts.js";
import { statusOf } from "../../src/status/status.js";
import { statusText } from "../../src/status/text.js";
import { alert, factsWith, group } from "./server-facts.js";

const now = new Date("2026-03-02T12:00:00Z");
const before = (seconds: number) => new Date(now.getTime() - seconds * 1000);
const only = (changes: Partial<StatusFacts>): StatusFacts => ({ server: "http://p:9090", unread: [], ...changes });

async function textOf(facts: StatusFacts): Promise<string> {
  return statusText(await statusOf(facts), picocolors.createColors(false), now);
}

test("a server about which nothing is odd", async () => {
  expect(await textOf(factsWith())).toBe(
    [
      ...[
        "Prometheus 3.5.0 at http://prometheus:9090",
        "  retention      15d",
        "  intervals      scrape 15s, rules 30s",
        "  flags          query.lookback-delta=5m",
      ],
      ...["  Alertmanagers  http://alertmanager:9093/api/v2/alerts", "", "Jobs"],
      ...[
        "  job   interval  discovered  active  up  down  dropped",
        "  node  15s                1       1   1     0        0",
      ],
      ...["", "Rules and alerts", "  0 alerting, 0 recording in 0 groups", "", "Storage: 100 series in memory", ""],
      ...["Oddities: none", ""],
    ].join("\n"),
  );
});

test.each([
  [0, "up 0s"],
  [59.6, "up 1m"],
  [3599, "up 59m59s"],
  [2 * 3600 + 61, "up 2h1m"],
  [9 * 86_400 + 3599, "up 9d"],
  [-5, "up 0s"],
])("a server that was started %d seconds ago is %s", async (seconds, expected) => {
  const text = await textOf(only({ runtime: { startTime: before(seconds) } }));
  expect(text.split("\n", 1)).toEqual([`Server at http://p:9090, ${expected}`]);
});

test("alerts stand by name, those that fire first", async () => {
  const alerts = [
    alert("Slow", "pending", before(60)),
    alert("Down", "firing", before(120), "warning"),
    alert("Down", "firing", before(7200)),
  ];
  expect(await textOf(only({ alerts, ruleGroups: [group({ evaluationTime: 40 })] }))).toContain(
    [
      ...["Rules and alerts", "  1 alerting, 0 recording in 1 group, 1 slow group"],
      "  alert  severity  firing  pending  for",
      "  Down                  2        0  2h",
      "  Slow   critical       0        1  1m",
    ].join("\n"),
  );
});

test("what was not read is named by its reason", async () => {
  const unread = [
    { part: "flags", reason: "access is refused" },
    { part: "storage", reason: "no answer in time" },
    { part: "rules", reason: "access is refused" },
  ];
  expect((await textOf(only({ unread }))).split("\n").at(-2)).toBe(
    "Not read: flags, rules: access is refused; storage: no answer in time",
  );
});
