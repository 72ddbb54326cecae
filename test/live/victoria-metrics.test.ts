import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createDemo } from "../../src/demo/index.js";
import { promqlLint } from "../cli/command.js";
import { folderWith } from "../cli/folder.js";
import { describeNeeding } from "./needs.js";
import { startVictoriaMetrics, type VictoriaMetrics, victoriaMetricsBin } from "./victoria-metrics.js";

const missing = "PROMQL_VICTORIA_METRICS_BIN is not set: it names the folder of victoria-metrics";

describeNeeding("VictoriaMetrics, an engine of its own", victoriaMetricsBin ? undefined : missing, () => {
  let server: VictoriaMetrics;
  beforeAll(async () => {
    server = await startVictoriaMetrics(createDemo({ now: Math.floor(Date.now() / 1000) * 1000 }));
  }, 60_000);
  afterAll(() => server.stop());

  const run = (...args: string[]) => promqlLint([...args, "--server", server.url]);

  test("the whole catalogue is green", async () => {
    const { status, stdout, stderr } = await run("catalogue", "run", "-f", "json");
    const { outcomes } = JSON.parse(stdout) as { readonly outcomes: readonly { readonly status: string }[] };
    expect(outcomes.length).toBeGreaterThan(200);
    expect(outcomes.filter((each) => each.status !== "ok")).toEqual([]);
    expect([status, stderr]).toEqual([0, ""]);
  });

  test("status tells what there is, and names what the server lacks", async () => {
    const { status, stdout, stderr } = await run("status");
    expect([status, stderr]).toEqual([0, ""]);
    expect(stdout).toContain("apiserver_request_duration_seconds_bucket");
    expect(stdout).toMatch(
      /\nNot read: build: the answer has another shape; runtime, flags, Alertmanagers: the server has no such page \(HTTP 400\)\n$/,
    );
  });

  test("lint asks it for metrics and labels, and says what it does not tell", async () => {
    const rules = ["node_laod1 > 5", 'kube_pod_status_phase{phase="Runing"} == 1', "sum by (job) (up) < 1"];
    const text = JSON.stringify({
      groups: [{ name: "own", rules: rules.map((expr, k) => ({ alert: `Alert${k}`, expr, for: "5m" })) }],
    });
    const folder = folderWith({ "rules.json": text });
    const { status, stdout, stderr } = await promqlLint(["lint", "rules.json", "--server", server.url], {
      cwd: folder,
    });
    expect(status, stdout + stderr).toBe(0);
    expect(stdout).toContain("[unknown-metric]");
    expect(stdout).toContain("use `node_load1`");
    expect(stdout).toContain('use `"Running"`');
    expect(stderr).toContain("no flags, so features of the language and the retention are not known");
  });

  describe("query", () => {
    test("gives a result", async () => {
      const { status, stdout } = await run("query", "count(up == 1)", "-f", "json");
      expect(status).toBe(0);
      expect(JSON.parse(stdout)).toMatchObject({
        status: "success",
        data: { result: [{ value: [expect.anything(), "25"] }] },
      });
    });

    test("says why there is none", async () => {
      const { status, stdout } = await run("query", 'kube_pod_status_phase{phase="Runing"}');
      expect(status).toBe(0);
      expect(stdout).toContain(
        'why: no series of `kube_pod_status_phase` has `phase="Runing"`\nhelp: did you mean `Running`?\n',
      );
    });

    test("with a query that is broken, our words come first", async () => {
      const { status, stderr } = await run("query", "sum by (job (up)");
      expect(status).toBe(1);
      expect(stderr).toContain("error: `(` is never closed [unclosed-parenthesis]");
    });

    test("what only its own language accepts has a result, and a warning for Prometheus", async () => {
      const { status, stdout } = await run("query", "count(rate(node_cpu_seconds_total))");
      expect(status).toBe(0);
      expect(stdout).toMatch(/^1 series at /);
      expect(stdout).toContain("error: ");
    });
  });
});
