import { once } from "node:events";
import { connect } from "node:net";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { parse as parseYaml } from "yaml";
import { startServing } from "../../../src/cli/demo/serve.js";
import type { Serving } from "../../../src/cli/serving/serve.js";
import { createDemo, targetText } from "../../../src/demo/index.js";
import { parseExposition } from "../../../src/exposition/parse.js";
import { ask } from "../serving/ask.js";

const now = Date.UTC(2026, 0, 15, 12);
const day = 86_400_000;
const demo = createDemo({ now, olderHours: 0, recentHours: 0.1, hoursAfter: 24 });
let time = now;
let serving: Serving;
beforeAll(async () => {
  serving = await startServing(demo, { host: "127.0.0.1", port: 0 }, () => time);
});
afterAll(() => serving.close());

interface Target {
  readonly targets: readonly string[];
  readonly labels: Readonly<Record<string, string>>;
}

async function targetsAt(path: string): Promise<readonly Target[]> {
  return (await (await get(path)).json()) as readonly Target[];
}

function get(path: string, method = "GET"): Promise<Response> {
  return fetch(`http://${serving.address}${path}`, { method });
}

describe("service discovery", () => {
  test("has each target with its labels and its own interval", async () => {
    const found = await targetsAt("/sd");
    expect(found.map(({ targets }) => targets)).toEqual(demo.targets.map(() => [serving.address]));
    const labels = found.map((target) =>
      Object.fromEntries(Object.entries(target.labels).filter(([name]) => !name.startsWith("__"))),
    );
    expect(labels).toEqual(demo.targets.map((target) => target.labels));
    const intervals = found.map((target) => target.labels["__scrape_interval__"]);
    expect(intervals).toEqual(demo.targets.map(({ interval }) => `${interval / 1000}s`));
  });

  test("leads to what each target says at the time", async () => {
    for (const days of [0, 1, 30]) {
      time = now + days * day + 12_345;
      const paths = (await targetsAt("/sd")).map(({ labels }) => labels["__metrics_path__"] ?? "");
      const answers = await Promise.all(paths.map((path) => get(path)));
      for (const [k, response] of answers.entries()) {
        const expected = demo.targets[k] && targetText(demo.targets[k], time);
        expect(response.status).toBe(expected === undefined ? 503 : 200);
        expect(await response.text()).toBe(expected ?? "this target is down, as part of the demo\n");
      }
    }
    time = now;
  });

  test("of a job has its targets, and the configuration names all jobs", async () => {
    const config: unknown = parseYaml(await (await get("/prometheus.yml")).text());
    const { scrape_configs } = config as {
      readonly scrape_configs: readonly {
        readonly job_name: string;
        readonly scrape_interval: string;
        readonly honor_labels: boolean;
        readonly http_sd_configs: readonly { readonly url: string }[];
      }[];
    };
    expect(scrape_configs.every(({ honor_labels }) => honor_labels)).toBe(true);
    const found = await Promise.all(
      scrape_configs.map(async ({ job_name, scrape_interval, http_sd_configs: [discovery] }) => {
        const targets = await targetsAt(new URL(discovery?.url ?? "").pathname);
        for (const { labels } of targets) {
          expect([labels["job"], labels["__scrape_interval__"]]).toEqual([job_name, scrape_interval]);
        }
        return targets;
      }),
    );
    const all = await targetsAt("/sd");
    expect(found.flat()).toHaveLength(all.length);
    expect(found.flat()).toEqual(expect.arrayContaining([...all]));
  });

  test.each([
    ["host.docker.internal:9190", "host.docker.internal:9190"],
    ["[::1]:80", "[::1]:80"],
    ['evil"><script>', undefined],
    ["a b", undefined],
    ["", undefined],
  ])("asked at %j it names that address, if it is one", async (host, expected) => {
    for (const path of ["/sd", "/prometheus.yml", "/"]) {
      const { text } = await ask(serving.address, path, { headers: { host } });
      expect(text).toContain(expected ?? serving.address);
      expect(text).not.toContain("evil");
    }
  });
});

describe("a target", () => {
  const path = "/targets/coredns-192.168.1.141/metrics";

  test("says its format", async () => {
    const paths = (await targetsAt("/sd/coredns")).map(({ labels }) => labels["__metrics_path__"] ?? "");
    const response = await get(paths[0] ?? "");
    expect(response.headers.get("content-type")).toBe("text/plain; version=0.0.4; charset=utf-8");
    expect(parseExposition(await response.text()).problems).toEqual([]);
  });

  test("HEAD gives the head alone", async () => {
    const { status, text, headers } = await ask(serving.address, "/sd", { method: "HEAD" });
    expect([status, text]).toEqual([200, ""]);
    expect(headers["content-length"]).toBe(String((await (await get("/sd")).text()).length));
  });

  test("a query behind the path changes nothing", async () => {
    expect((await get("/sd?refresh=1")).status).toBe(200);
  });

  test.each(["POST", "PUT", "DELETE", "OPTIONS"])("%s is not answered", async (method) => {
    const response = await get("/sd", method);
    expect([response.status, response.headers.get("allow")]).toEqual([405, "GET, HEAD"]);
  });

  test.each([
    ...["/nothing", "/targets", "/targets/x/metrics", "/sd/x", "/sd/", "/prometheus.yml/", "//", "/__proto__"],
    ...[
      "/../../etc/passwd",
      "/targets/../../../etc/passwd",
      "/%2e%2e/etc/passwd",
      "/%zz",
      "/\u00e4",
      "*",
      path + "/..",
    ],
  ])("nothing is at %s", async (unknown) => {
    expect(await ask(serving.address, encodeURI(decodeURI(unknown.replace("%zz", "%25zz"))))).toMatchObject({
      status: 404,
    });
  });
});

describe("the page for people", () => {
  test("has every target, and the incidents under way first", async () => {
    const page = await (await get("/")).text();
    for (const { labels } of demo.targets) expect(page).toContain(`<td>${labels["instance"] ?? ""}</td>`);
    const [now = "", later = ""] = page.split("<h2>Incidents that are over");
    expect(now).toContain("A target cannot be scraped");
    expect(later).toContain("nginx answers many requests with errors");
    expect(page).toContain("[5m])) &gt; 0.1</code>");
  });

  test("an incident comes again", async () => {
    time = now + 45 * 60_000 + 30 * day;
    const [current] = (await (await get("/")).text()).split("<h2>Incidents that are over");
    time = now;
    expect(current).toContain(
      "nginx answers many requests with errors, from 2026-02-14T12:45:00Z to 2026-02-14T13:05:00Z",
    );
  });
});

test("what is no HTTP is refused, and the next request is answered", async () => {
  const socket = connect(Number(serving.address.split(":")[1]), "127.0.0.1");
  socket.end("nonsense\r\n\r\n");
  const [answer] = (await once(socket, "data")) as [Buffer];
  expect(answer.toString()).toMatch(/^HTTP\/1\.1 400 /);
  expect((await get("/")).status).toBe(200);
});

test("a closed one answers no more, even on a connection that it had", async () => {
  const other = await startServing(demo, { host: "127.0.0.1", port: 0 });
  expect((await fetch(`http://${other.address}/sd`)).status).toBe(200);
  await other.close();
  await expect(fetch(`http://${other.address}/sd`)).rejects.toThrow("fetch failed");
});
