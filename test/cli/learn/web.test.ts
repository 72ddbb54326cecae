import { readdirSync } from "node:fs";
import os from "node:os";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { promqlLint } from "../command.js";
import { refusalOf } from "../refusal.js";
import { ask } from "../serving/ask.js";
import { type Served, startServed, whileInUse } from "../serving/served.js";

test.each([
  [["--port", "9"], 2, "--port is for the page of the course\nhelp: add --web"],
  [["--web", "--port", "65536"], 2, "from 0 to 65535"],
  [["--web", "--list"], 2, "'--web' cannot be used with option '--list'"],
  [["--web", "--fresh"], 2, "'--web' cannot be used with option '--fresh'"],
  [["--web", "--no-save"], 2, "'--web' cannot be used with option '--no-save'"],
  [["--web", "--timeout", "1"], 2, "'--web' cannot be used with option '--timeout <seconds>'"],
  [["--web", "--header", "a: b"], 2, "'--web' cannot be used with option '--header <header>'"],
  [["--web", "--server", "http://localhost"], 2, "leave out --server, and type its address on the page"],
  [["--web", "99"], 2, "there is no lesson `99`"],
])("%j exits with %i: %s", async (args, expected, message) => {
  const { status, text } = await refusalOf(["learn", ...args]);
  expect(status).toBe(expected);
  expect(text).toContain(message);
});

test("a port in use is named", async () => {
  await whileInUse(async (port) => {
    const { status, stderr } = await promqlLint(["learn", "--web", "--port", port]);
    expect([status, stderr]).toEqual([
      3,
      `promql-lint: the page cannot be served: port ${port} is in use\n` +
        "help: choose another with `--port`, or `--port 0` for one that is free\n",
    ]);
  });
});

describe("the page that is served", () => {
  let served: Served;
  let address = "";
  beforeAll(async () => {
    served = await startServed(["learn", "increase", "--web", "--port", "0"]);
    address = new URL(served.url).host;
  });
  afterAll(async () => expect(await served.end("SIGINT")).toBe(0));

  test("is named with the lesson that is wanted", () => {
    expect(served.said).toBe(
      `promql-lint: the lessons are served at ${served.url}/#/exercise/restarts-in-an-hour\n` +
        "help: open this address in a browser; Ctrl-C ends this\n",
    );
  });

  test("has all that was built, and says how a browser guards it", async () => {
    for (const file of [
      "",
      "third-party-licenses.txt",
      ...readdirSync("dist/web/assets").map((name) => `assets/${name}`),
    ]) {
      const { status, text, headers } = await ask(address, `/${file}`);
      expect([file, status, text !== ""]).toEqual([file, 200, true]);
      expect(headers).toMatchObject({
        "x-content-type-options": "nosniff",
        "content-security-policy": "frame-ancestors 'none'",
        "cross-origin-opener-policy": "same-origin",
        "cross-origin-resource-policy": "same-origin",
        "referrer-policy": "no-referrer",
      });
    }
  });

  test.each([
    ...[
      "/package.json",
      "/../package.json",
      "/../../package.json",
      "/assets/../../cli/main.js",
      "/..%2f..%2fpackage.json",
    ],
    ...["/%2e%2e/%2e%2e/package.json", "/etc/passwd", "//etc/passwd", "/index.html%00", "/assets", "/assets/"],
  ])("nothing is at %s", async (path) => {
    expect(await ask(address, path)).toMatchObject({ status: 404, text: "nothing is here: begin at /\n" });
  });

  test.each(["POST", "PUT", "DELETE", "OPTIONS"])("%s is not answered", async (method) => {
    const { status, headers } = await ask(address, "/", { method });
    expect([status, headers["allow"]]).toEqual([405, "GET, HEAD"]);
  });

  test("HEAD gives the head alone", async () => {
    const { text: whole } = await ask(address, "/");
    const { status, text, headers } = await ask(address, "/", { method: "HEAD" });
    expect([status, text, headers["content-length"]]).toEqual([200, "", String(whole.length)]);
  });

  test("is not shown to a site that gives its name to this machine", async () => {
    expect(await ask(address, "/", { headers: { host: "evil.example" } })).toMatchObject({ status: 403 });
  });

  test("is reached on the loopback address alone", async () => {
    const port = new URL(served.url).port;
    const others = Object.values(os.networkInterfaces()).flatMap((addresses = []) =>
      addresses.filter(({ family, internal }) => family === "IPv4" && !internal).map(({ address }) => address),
    );
    for (const other of [...others, "127.0.0.2"]) {
      await expect(ask(`${other}:${port}`, "/")).rejects.toThrow("ECONNREFUSED");
    }
  });
});
