import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { parse, stringify } from "yaml";
import { answers, createDemo, demoSeries, openMetricsText } from "../../src/demo/index.js";
import type { Outcome } from "../../src/catalogue/outcome.js";
import { command, promqlLint } from "../cli/command.js";
import { recentSeries } from "./demo-past.js";
import { describeNeeding } from "./needs.js";
import { eventually, type Program, promtool, start } from "./program.js";
import { startPrometheus } from "./prometheus.js";
import { describeLive } from "./server.js";

/** As of now, since a server stores what it scrapes at its own time. */
const now = Math.floor(Date.now() / 1000) * 1000;
const demo = createDemo({ now });
const folder = mkdtempSync(path.join(tmpdir(), "promql-served-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The versions that scrape the demo, and the variables that name the folders of their binaries. */
describe.each([
  ["3.5", "PROMQL_PROMETHEUS_BIN"],
  ["2.42", "PROMQL_PROMETHEUS_2_42_BIN"],
])("Prometheus %s scrapes the served demo", (version, variable) => {
  const binaries = process.env[variable];
  describeNeeding("live", binaries ? undefined : `${variable} is not set: it names the folder of prometheus`, () => {
    const config = path.join(folder, `demo-${version}.yml`);
    const storage = path.join(folder, version);
    let stops: (() => Promise<unknown>)[] = [];
    let url = "";
    let demoProcess: Program;
    let reload = (): void => undefined;

    beforeAll(async () => {
      const making = ["tsdb", "create-blocks-from", "openmetrics", "--quiet", past(), storage];
      await promisify(execFile)(path.join(binaries ?? "", "promtool"), making);
      const served = ["demo", "--serve", "--port", "0", "--now", String(now / 1000), "--write-config", config];
      demoProcess = start(process.execPath, [command, ...served]);
      stops = [demoProcess.stop];
      await demoProcess.says(/Ctrl-C ends this/);
      const hurried = config.replace(".yml", "-hurried.yml");
      writeFileSync(hurried, inHurry(readFileSync(config, "utf8")));
      const prometheus = await startPrometheus(binaries ?? "", hurried, storage);
      stops.push(prometheus.stop);
      ({ url, reload } = prometheus);
      await eventually(async () => {
        const found = await activeTargets(url);
        return found.length === demo.targets.length && found.every(({ health }) => health !== "unknown");
      }, "all targets to be scraped");
    }, 180_000);
    afterAll(() => Promise.all(stops.map((stop) => stop())));

    test("promtool accepts the configuration as it is written", async () => {
      const { stdout } = await promisify(execFile)(path.join(binaries ?? "", "promtool"), ["check", "config", config]);
      expect(stdout).toContain("SUCCESS");
    });

    test("every target has its labels, and the health that the demo says", async () => {
      const active = await activeTargets(url);
      const found = active.map(({ labels, health }) => ({ labels, health }));
      const scrapes = new Map(active.map(({ labels, lastScrape }) => [keyOf(labels), Date.parse(lastScrape)]));
      const expected = demo.targets.map((target) => ({
        labels: target.labels,
        health: answers(target, scrapes.get(keyOf(target.labels)) ?? NaN) ? "up" : "down",
      }));
      expect(expected.filter(({ health }) => health === "down")).toHaveLength(1);
      expect(found.map(keyOf).sort()).toEqual(expected.map(keyOf).sort());
    });

    test("the series are those that the demo has at the same moment", async () => {
      const query = new URLSearchParams({ "match[]": '{__name__!=""}', start: String(now / 1000) });
      const found = (await ask(`${url}/api/v1/series?${query.toString()}`)) as readonly Record<string, string>[];
      // Servers before 3.0 keep the bounds of buckets as an exporter writes them.
      const asStored = version === "2.42" ? asFloat : (label: Label) => label;
      const keys = found.map((series) => keyOf(Object.fromEntries(Object.entries(series).map(asStored))));
      const expected = [...demoSeries(demo, now - 30_000)].map(({ labels }) => keyOf(Object.fromEntries(labels)));
      expect([...new Set(keys)].sort()).toEqual(expected.sort());
    });

    test("the whole catalogue is green", async () => {
      const { status, stdout, stderr } = await promqlLint(["catalogue", "run", "--server", url, "-f", "json"]);
      const { outcomes } = JSON.parse(stdout) as { readonly outcomes: readonly Told[] };
      expect(outcomes.length).toBeGreaterThan(200);
      expect(outcomes.filter((each) => each.status !== "ok")).toEqual([]);
      expect([status, stderr]).toEqual([0, ""]);
    });

    test("once relabelling drops the node exporters, and the other targets do not answer, each query says so", async () => {
      const hurried = config.replace(".yml", "-hurried.yml");
      writeFileSync(hurried, withDropped(readFileSync(hurried, "utf8"), "node-exporter"));
      reload();
      await eventually(
        async () => !JSON.stringify(await ask(`${url}/api/v1/targets?state=active`)).includes("node-exporter"),
        "the node exporters to be dropped",
      );
      await demoProcess.stop();
      const gone = new URLSearchParams({ query: "node_load1 or kube_node_info" });
      await eventually(async () => {
        const { result } = (await ask(`${url}/api/v1/query?${gone.toString()}`)) as {
          readonly result: readonly object[];
        };
        return result.length === 0;
      }, "their series to end");
      const ids = ["node-load-with-host-name", "kube-node-versions"].flatMap((id) => ["--id", id]);
      const { status, stdout } = await promqlLint(["catalogue", "run", "--server", url, "-f", "json", ...ids]);
      const { outcomes } = JSON.parse(stdout) as { readonly outcomes: readonly Told[] };
      expect(status).toBe(1);
      expect(outcomes).toMatchObject([
        {
          id: "kube-node-versions",
          reason: {
            code: "target-down",
            message: expect.stringMatching(
              /^target http:\S+ of job `kube-state-metrics` is down: .*connection refused/,
            ) as string,
          },
        },
        {
          id: "node-load-with-host-name",
          reason: {
            code: "metric-gone",
            message: expect.stringMatching(
              /^no target gives .+ any more: \S+ of job `node-exporter`, .+ is no target now$/,
            ) as string,
          },
        },
      ]);
    });
  });
});

describeLive("promtool makes blocks of what the demo writes", () => {
  test("for a short part of the past", async () => {
    const [file, blocks] = [path.join(folder, "demo.txt"), path.join(folder, "blocks")];
    await promisify(execFile)(process.execPath, [command, "demo", "--openmetrics", file, "--last", "2m"]);
    await promisify(execFile)(promtool, ["tsdb", "create-blocks-from", "openmetrics", file, blocks]);
    const { stdout } = await promisify(execFile)(promtool, ["tsdb", "list", blocks]);
    const series = stdout
      .trimEnd()
      .split("\n")
      .slice(1)
      .map((line) => Number(line.trim().split(/\s+/)[5]));
    expect(Math.max(...series)).toBeGreaterThan(3500);
  });
});

/** What an outcome is in the JSON of a run. */
interface Told {
  readonly id: string;
  readonly status: Outcome["status"];
}

let written: string | undefined;

/** A file with what the demo has of the last minutes. */
function past(): string {
  if (written !== undefined) return written;
  written = path.join(folder, "past.txt");
  writeFileSync(written, [...openMetricsText(recentSeries(demo))].join(""));
  return written;
}

/** The same configuration, but for a job that drops all its targets: that of a removed job writes no marks of staleness. */
function withDropped(config: string, job: string): string {
  const { scrape_configs, ...rest } = parse(config) as { readonly scrape_configs: readonly { job_name: string }[] };
  const dropped = scrape_configs.map((scrape) =>
    scrape.job_name === job ? { ...scrape, relabel_configs: [{ action: "drop", regex: ".*" }] } : scrape,
  );
  return stringify({ ...rest, scrape_configs: dropped });
}

/** Every target is scraped each second, so that nobody waits half a minute for the first scrape. */
function inHurry(config: string): string {
  const { scrape_configs, ...rest } = parse(config) as { readonly scrape_configs: readonly object[] };
  const relabel_configs = ["__scrape_interval__", "__scrape_timeout__"].map((target_label) => ({
    ...{ target_label, replacement: "1s" },
  }));
  // The end of a job counts in the interval of the job, and its targets have theirs.
  const own = { scrape_interval: "1s", scrape_timeout: "1s", relabel_configs };
  return stringify({ ...rest, scrape_configs: scrape_configs.map((scrape) => ({ ...scrape, ...own })) });
}

type Label = readonly [name: string, value: string];

/**
 * The bound of a bucket as servers write it since 3.0: `1` becomes `1.0`.
 * Source: https://prometheus.io/docs/prometheus/latest/migration/#le-and-quantile-label-values
 */
function asFloat([name, value]: Label): Label {
  return [name, (name === "le" || name === "quantile") && /^-?\d+$/.test(value) ? `${value}.0` : value];
}

interface ActiveTarget {
  readonly labels: Readonly<Record<string, string>>;
  readonly health: string;
  /** A time, as JSON has them. */
  readonly lastScrape: string;
}

interface Targets {
  readonly activeTargets: readonly ActiveTarget[];
}

/** The targets that a server has found so far. */
async function activeTargets(url: string): Promise<readonly ActiveTarget[]> {
  const { activeTargets: found } = (await ask(`${url}/api/v1/targets`)) as Targets;
  return found;
}

/** What an answer of a server holds. */
async function ask(url: string): Promise<unknown> {
  const { data } = (await (await fetch(url)).json()) as { readonly data: unknown };
  return data;
}

function keyOf(value: object): string {
  return JSON.stringify(value, (_, part: unknown) =>
    typeof part === "object" && part !== null
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}
