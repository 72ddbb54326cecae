import { describe, expect, test } from "vitest";
import { statusAnswers } from "../docs/status-answers.js";
import { closedPort, type FakeAnswer, refusal, serve, serveAlways, success } from "../prometheus/fake-server.js";
import { statusFaults } from "../status/validate-status.js";
import { promqlLint } from "./command.js";
import { refusalOf } from "./refusal.js";

const answers = statusAnswers(Date.now());
const hostile = "\x1b[31m\u202e\nx";

/** A server with the answers of a cluster, or others for some of the paths. */
function clusterWith(others: Readonly<Record<string, FakeAnswer>> = {}) {
  return serve(({ path }) => {
    const name = path.replace("/api/v1/", "");
    return others[name] ?? success(answers[name]);
  });
}

const run = (url: string, ...flags: string[]) => promqlLint(["status", "--server", url, ...flags]);

describe("promql-lint status", () => {
  test.each([
    [[]],
    [["--server"]],
    [["--server", "not a url"]],
    [["--server", "http://localhost", "--format", "yaml"]],
  ])("%j is wrong use", async (args) => {
    expect((await refusalOf(["status", ...args])).status).toBe(2);
  });

  test("a port on which nothing listens", async () => {
    const url = await closedPort();
    const { status, text } = await refusalOf(["status", "--server", url]);
    expect(status).toBe(3);
    expect(text).toContain(`cannot reach ${url}`);
  });

  test.each([
    ["an HTML page", { body: "<!doctype html><title>Log in</title>", headers: { "content-type": "text/html" } }],
    ["a refusal", { status: 401, body: "Unauthorized" }],
    ["nothing that it has", { status: 404, body: "404 page not found" }],
  ])("a server that answers with %s", async (_, answer) => {
    const { url } = await serveAlways(answer);
    const { status, text } = await refusalOf(["status", "--server", url]);
    expect(status).toBe(3);
    expect(text).toContain(url);
  });

  test("a server that lacks pages and refuses one names them in the last line", async () => {
    const missing: FakeAnswer = { status: 404, body: "404 page not found" };
    const { url } = await clusterWith({
      "status/config": refusal(403, "forbidden", "no"),
      ...{ "status/flags": missing, "status/runtimeinfo": missing, alertmanagers: missing },
    });
    const { status, stdout } = await run(url);
    expect(status).toBe(0);
    expect(stdout.trimEnd().split("\n").at(-1)).toBe(
      "Not read: runtime, flags, Alertmanagers: the server has no such page (HTTP 404); configuration: access is refused (HTTP 403)",
    );
    expect(stdout).toContain("8 of 10: the server does not show its relabel rules");
  });

  test("JSON is as its schema says, and holds no credentials", async () => {
    const { url } = await clusterWith();
    const { status, stdout, stderr } = await run(url.replace("//", "//me:s3cret@"), "-f", "json");
    expect([status, stderr]).toEqual([0, ""]);
    expect(statusFaults(stdout)).toEqual([]);
    expect(stdout).not.toContain("s3cret");
    expect(JSON.parse(stdout)).toMatchObject({ version: 1, server: url, build: { version: "3.5.0" } });
  });

  test("of several servers, those that can be asked are told of, and the others are named", async () => {
    const [{ url }, closed] = [await clusterWith(), await closedPort()];
    const { status, stdout, stderr } = await run(url, "--server", closed, "--server", url, "-f", "json");
    expect(JSON.parse(stdout)).toMatchObject([{ server: url }, { server: url }]);
    expect(stderr).toMatch(/^promql-lint: cannot reach http:\/\/\S+ \(ECONNREFUSED\).*\n$/);
    expect(stderr).toContain(closed);
    expect(status).toBe(3);
  });

  test.each(["terminal", "json"])("what a terminal would obey is written out in %s", async (format) => {
    const { url } = await clusterWith({
      "status/buildinfo": success({ version: hostile, application: hostile }),
      "status/config": success({ yaml: JSON.stringify({ scrape_configs: [{ job_name: hostile }] }) }),
      "status/flags": success({ "enable-feature": hostile }),
      alertmanagers: success({ activeAlertmanagers: [{ url: `http://${hostile}` }] }),
      rules: success({
        groups: [
          {
            name: hostile,
            rules: [{ type: "recording", name: hostile, query: "x", health: "err", lastError: hostile }],
          },
        ],
      }),
      alerts: success({ alerts: [{ labels: { alertname: hostile, severity: hostile }, state: "firing", value: "1" }] }),
      targets: success({
        activeTargets: [
          { labels: {}, scrapePool: hostile, scrapeUrl: `http://a/${hostile}`, health: "down", lastError: hostile },
        ],
        droppedTargets: [{ discoveredLabels: { job: hostile }, scrapePool: hostile }],
      }),
    });
    const { status, stdout, stderr } = await run(url, "-f", format);
    expect([status, stderr]).toEqual([0, ""]);
    expect(stdout).not.toMatch(/[\x1b\u202e]/);
    expect(stdout.length).toBeGreaterThan(1000);
  });

  test("colours are written where they are asked for", async () => {
    const { url } = await clusterWith();
    expect((await run(url, "--color")).stdout).toContain("\x1b[31merror:\x1b[39m");
    expect((await run(url)).stdout).not.toContain("\x1b");
  });
});
