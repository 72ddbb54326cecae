import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { parse, stringify } from "yaml";
import { answers, createDemo, demoSeries } from "../../src/demo/index.js";
import { command } from "../cli/command.js";
import { describeNeeding } from "./needs.js";
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
    let stops: (() => Promise<unknown>)[] = [];
    let url = "";

    beforeAll(async () => {
      const served = ["demo", "--serve", "--port", "0", "--now", String(now / 1000), "--write-config", config];
      const demoProcess = start(process.execPath, [command, ...served]);
      stops = [demoProcess.stop];
      await demoProcess.says(/Ctrl-C ends this/);
      const hurried = config.replace(".yml", "-hurried.yml");
      writeFileSync(hurried, inHurry(readFileSync(config, "utf8")));
      const prometheus = start(path.join(binaries ?? "", "prometheus"), [
        ...[`--config.file=${hurried}`, `--storage.tsdb.path=${path.join(folder, version)}`],
        "--web.listen-address=127.0.0.1:0",
      ]);
      stops.push(prometheus.stop);
      const [, address = ""] = await prometheus.says(/msg="Listening on".*address=(\S+)/);
      url = `http://${address}`;
      await eventually(async () => (await activeTargets(url)).every(({ health }) => health !== "unknown"));
    }, 60_000);
    afterAll(() => Promise.all(stops.map((stop) => stop())));

    test("promtool accepts the configuration as it is written", async () => {
      const { stdout } = await promisify(execFile)(path.join(binaries ?? "", "promtool"), ["check", "config", config]);
      expect(stdout).toContain("SUCCESS");
    });

    test("every target has its labels, and the health that the demo says", async () => {
      const found = (await activeTargets(url)).map(({ labels, health }) => ({ labels, health }));
      const expected = demo.targets.map((target) => ({
        labels: target.labels,
        health: answers(target, Date.now()) ? "up" : "down",
      }));
      expect(expected.filter(({ health }) => health === "down")).toHaveLength(1);
      expect(found.map(keyOf).sort()).toEqual(expected.map(keyOf).sort());
    });

    test("the series are those that the demo has at the same moment", async () => {
      const query = new URLSearchParams({ "match[]": '{__name__!=""}', start: String(now / 1000) });
      const found = (await ask(`${url}/api/v1/series?${query.toString()}`)) as readonly object[];
      const current = [...demoSeries(demo, now - 30_000)];
      const expected = current.map(({ labels }) =>
        labels.map((label) => (version === "2.42" ? asWritten(label) : label)),
      );
      expect(found.map(keyOf).sort()).toEqual(expected.map((labels) => keyOf(Object.fromEntries(labels))).sort());
    });
  });
});

describeLive("promtool makes blocks of what the demo writes", () => {
  test("for a short part of the past", async () => {
    const [file, blocks] = [path.join(folder, "demo.txt"), path.join(folder, "blocks")];
    await promisify(execFile)(process.execPath, [command, "demo", "--openmetrics", file, "--last", "2m"]);
    const promtool = path.join(process.env["PROMQL_PROMETHEUS_BIN"] ?? "", "promtool");
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

/** Every target is scraped each second, so that nobody waits half a minute for the first scrape. */
function inHurry(config: string): string {
  const { scrape_configs, ...rest } = parse(config) as { readonly scrape_configs: readonly object[] };
  const relabel_configs = ["__scrape_interval__", "__scrape_timeout__"].map((target_label) => ({
    ...{ target_label, replacement: "1s" },
  }));
  return stringify({ ...rest, scrape_configs: scrape_configs.map((scrape) => ({ ...scrape, relabel_configs })) });
}

/**
 * The bound of a bucket as the exporter writes it, and a server before 3.0: `1.0` is `1`.
 * Source: https://prometheus.io/docs/prometheus/latest/migration/#le-and-quantile-label-values
 */
function asWritten([name, value]: readonly [string, string]): readonly [string, string] {
  return [name, name === "le" || name === "quantile" ? value.replace(/\.0$/, "") : value];
}

interface ActiveTarget {
  readonly labels: Readonly<Record<string, string>>;
  readonly health: string;
}

/** All targets of a server; fails while it has not found all of the demo. */
async function activeTargets(url: string): Promise<readonly ActiveTarget[]> {
  const { activeTargets: found } = (await ask(`${url}/api/v1/targets`)) as {
    readonly activeTargets: readonly ActiveTarget[];
  };
  if (found.length < demo.targets.length) throw new Error("not all targets are found");
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

async function eventually(holds: () => Promise<boolean>): Promise<void> {
  const end = Date.now() + 30_000;
  while (!(await holds().catch(() => false))) {
    if (Date.now() > end) throw new Error("waited 30 s in vain");
    await sleep(200);
  }
}

function start(program: string, args: readonly string[]) {
  const child = spawn(program, args, { stdio: ["ignore", "ignore", "pipe"] });
  let log = "";
  child.stderr.on("data", (chunk: Buffer) => (log = (log + chunk.toString()).slice(-20_000)));
  return {
    /** Waits until a text is on its standard error. */
    async says(text: RegExp): Promise<RegExpExecArray> {
      const end = Date.now() + 30_000;
      for (;;) {
        const found = text.exec(log);
        if (found) return found;
        if (child.exitCode !== null || Date.now() > end) throw new Error(`${program} did not start:\n${log}`);
        await sleep(50);
      }
    },
    stop: async (): Promise<void> => {
      const exited = child.exitCode === null ? once(child, "exit") : undefined;
      child.kill("SIGTERM");
      await exited;
    },
  };
}
