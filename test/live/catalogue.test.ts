import { readFileSync } from "node:fs";
import picocolors from "picocolors";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { loadCatalogue } from "../../src/catalogue/load.js";
import type { CatalogueRun } from "../../src/catalogue/outcome.js";
import { runText } from "../../src/catalogue/report.js";
import { runCatalogue } from "../../src/catalogue/run.js";
import { connect } from "../../src/prometheus/index.js";
import { promqlLint } from "../cli/command.js";
import { describeLive, type LiveServer, startServer } from "./server.js";

const path = "examples/catalogue/node-exporter.yaml";
const { entries } = await loadCatalogue(path, readFileSync(path, "utf8"));

const run = (url: string) => runCatalogue(connect({ url }), entries);
const report = (outcome: CatalogueRun) => runText(outcome, picocolors.createColors(false));

describeLive("the catalogue on a real server", () => {
  describe("with a node exporter", () => {
    let live: LiveServer;
    beforeAll(async () => (live = await startServer("running")), 60_000);
    afterAll(() => live.stop());

    test("every entry is ok", async () => {
      const outcome = await run(live.url);
      expect(outcome.summary, report(outcome)).toEqual({ ok: entries.length, empty: 0, error: 0 });
    });

    test("the command says so, and exits with 0", async () => {
      const args = ["catalogue", "run", "--server", live.url, "--exporter", "node-exporter"];
      const { status, stdout, stderr } = await promqlLint(args);
      expect([status, stderr]).toEqual([0, ""]);
      expect(stdout.trimEnd().split("\n").at(-1)).toBe(`${entries.length} queries: ${entries.length} ok`);
    });

    test("once it is stopped, its target is down", async () => {
      await live.stopExporter();
      const outcome = await run(live.url);
      const reasons = outcome.outcomes.flatMap((each) => (each.status === "ok" ? [] : [each]));
      const message = `target ${live.exporterUrl}/metrics of job \`node\` is down: `;
      for (const each of reasons) {
        expect(each).toMatchObject({
          reason: { code: "target-down", message: expect.stringContaining(message) as string },
        });
      }
      const current = entries.filter(({ kind, query }) => kind === "instant" && !query.includes("["));
      expect(reasons.map(({ entry }) => entry.id)).toEqual(expect.arrayContaining(current.map(({ id }) => id)));
    });
  });

  test("without a node exporter every entry is empty for that reason", async () => {
    const live = await startServer("absent");
    try {
      const outcome = await run(live.url);
      expect(outcome.summary, report(outcome)).toEqual({ ok: 0, empty: entries.length, error: 0 });
      for (const each of outcome.outcomes) {
        const [first] = each.entry.requires.metrics;
        const message = `no target gives node-exporter's metrics: the server does not know \`${first ?? ""}\``;
        expect(each).toMatchObject({
          reason: { code: "no-exporter", message: expect.stringContaining(message) as string },
        });
      }
    } finally {
      await live.stop();
    }
  });

  test("with a node exporter that was never up every entry says so", async () => {
    const live = await startServer("down");
    try {
      const outcome = await run(live.url);
      expect(outcome.summary, report(outcome)).toEqual({ ok: 0, empty: entries.length, error: 0 });
      for (const each of outcome.outcomes) {
        expect(each).toMatchObject({
          reason: { code: "target-down", message: expect.stringContaining("connection refused") as string },
        });
      }
    } finally {
      await live.stop();
    }
  });
});
