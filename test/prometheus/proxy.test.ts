import { createServer, type IncomingMessage } from "node:http";
import { createServer as createTlsServer } from "node:https";
import { connect as dial, type Socket } from "node:net";
import { afterEach, describe, expect, test, vi } from "vitest";
import { connect, type ConnectOptions } from "../../src/prometheus/index.js";
import { proxyFor } from "../../src/prometheus/proxy.js";
import { makeCertificate } from "./certificates.js";
import { closedPort, failure, listen, serveAlways, success } from "./fake-server.js";

const build = success({ version: "3.5.0" });
const secret = "se:kr@t";

describe("the proxy of the environment", () => {
  const http_proxy = "http://proxy:3128";
  test.each<[string, Record<string, string>, string | undefined]>([
    ["http://prometheus:9090", {}, undefined],
    ["http://prometheus:9090", { http_proxy }, "http://proxy:3128"],
    ["http://prometheus:9090", { HTTP_PROXY: "proxy:8080" }, "http://proxy:8080"],
    ["http://prometheus:9090", { http_proxy: "" }, undefined],
    ["http://prometheus:9090", { HTTPS_PROXY: "http://proxy:1" }, undefined],
    ["https://prometheus", { HTTPS_PROXY: "proxy:1" }, "http://proxy:1"],
    ["https://prometheus", { https_proxy: "https://proxy" }, "https://proxy"],
    ["https://prometheus", { ALL_PROXY: "http://all" }, "http://all"],
    ["http://localhost:9090", { http_proxy }, undefined],
    ["http://a.localhost:9090", { http_proxy }, undefined],
    ["http://127.1.2.3:9090", { http_proxy }, undefined],
    ["http://[::1]:9090", { http_proxy }, undefined],
    ["http://10.0.0.1", { http_proxy }, "http://proxy:3128"],
  ])("of %s in %j", (address, environment, expected) => {
    expect(proxyFor(address, {}, environment)?.shown).toBe(expected);
  });

  test.each([
    ["http://prometheus:9090", "*", false],
    ["http://prometheus:9090", "a, prometheus", false],
    ["http://prometheus:9090", "a b Prometheus c", false],
    ["http://prometheus:9090", "prometheus:9090", false],
    ["http://prometheus:9090", "prometheus:80", true],
    ["http://prometheus", "prometheus:80", false],
    ["http://a.example.org", "example.org", false],
    ["http://a.example.org", ".example.org", false],
    ["http://a.example.org", "*.example.org", false],
    ["http://example.org", ".example.org", true],
    ["http://badexample.org", "example.org", true],
    ["http://10.1.2.3:9090", "10.1.2.3", false],
    ["http://10.1.2.3:9090", "10.0.0.0/8", false],
    ["http://10.1.2.3:9090", "10.1.0.0/24", true],
    ["http://10.1.2.3:9090", "2.3", true],
    ["http://10.1.2.3:9090", "fe80::/10", true],
    ["http://10.1.2.3:9090", "10.0.0.0/99", true],
    ["http://[fe80::1]:9090", "fe80::/10", false],
    ["http://[fe80::1]:9090", "fe80::1", false],
    ["http://[fe80::1]:9090", "[fe80::1]:9090", false],
    ["http://[fe80::1]:9090", "[fe80::1]:80", true],
    ["http://prometheus", ", ,", true],
    ["http://prometheus", "999.0.0.0/8,[,:", true],
  ])("of %s with NO_PROXY=%j: %s", (address, NO_PROXY, isProxied) => {
    expect(proxyFor(address, {}, { http_proxy, NO_PROXY }) !== undefined).toBe(isProxied);
    expect(proxyFor(address, { proxy: http_proxy, noProxy: NO_PROXY }, {}) !== undefined).toBe(isProxied);
    expect(proxyFor(address, { noProxy: NO_PROXY }, { http_proxy, NO_PROXY: "" }) !== undefined).toBe(isProxied);
  });

  test("gives way to one that is named", () => {
    const environment = { http_proxy, NO_PROXY: "*" };
    expect(proxyFor("http://localhost", { proxy: "http://named" }, environment)?.shown).toBe("http://named");
    expect(proxyFor("http://prometheus", { proxy: false }, { http_proxy })).toBeUndefined();
  });

  test("is left out of no message with its password", () => {
    expect(proxyFor("http://a", { proxy: `http://jane:${encodeURIComponent(secret)}@proxy` }, {})).toEqual({
      shown: "http://proxy",
      protocol: "http",
      host: "proxy",
      port: 80,
      auth: { username: "jane", password: secret },
    });
  });

  test.each([
    ["socks5://jane:sekret@proxy:1080", "socks5://proxy:1080"],
    ["http://", "http://"],
    ["ht tp", "ht tp"],
  ])("%s is none", async (proxy, shown) => {
    const error = await failure(() => proxyFor("http://a", { proxy }, {}));
    const message = `the proxy \`${shown}\` is no HTTP proxy: write it as \`http://host:3128\``;
    expect([error.kind, error.message]).toEqual(["bad-options", message]);
  });
});

/** A proxy that tunnels and forwards to where it is told; `asked` are the targets with what it was sent as credentials. */
async function startProxy(status = 200) {
  const asked: [string, string | undefined][] = [];
  const note = (request: IncomingMessage): void => {
    asked.push([`${request.method ?? ""} ${request.url ?? ""}`, request.headers["proxy-authorization"]]);
  };
  const proxy = createServer((request, response) => {
    note(request);
    response.writeHead(status, { "content-type": "application/json" }).end(status === 200 ? build.body : "no");
  });
  proxy.on("connect", (request, socket: Socket) => {
    note(request);
    if (status !== 200) return void socket.end(`HTTP/1.1 ${status} No\r\nContent-Length: 0\r\n\r\n`);
    const [host = "", port] = (request.url ?? "").split(":");
    const target = dial(Number(port), host, () => {
      socket.write("HTTP/1.1 200 OK\r\n\r\n");
      target.pipe(socket).pipe(target);
    });
    for (const end of [socket, target]) end.on("error", () => end.destroy());
  });
  return { url: `http://127.0.0.1:${await listen(proxy)}`, asked };
}

async function serveTls() {
  const authority = makeCertificate("authority");
  const { cert, key } = makeCertificate("server", { names: ["IP:127.0.0.1", "DNS:prometheus.example"], authority });
  const server = createTlsServer({ cert, key }, (_, response) => response.end(build.body));
  return { url: `https://127.0.0.1:${await listen(server)}`, tls: { ca: authority.cert } };
}

const version = async (options: ConnectOptions) => (await connect({ retries: 0, ...options }).buildInfo()).version;
const authorization = `Basic ${Buffer.from(`jane:${secret}`).toString("base64")}`;

describe("through a proxy", () => {
  afterEach(() => vi.unstubAllEnvs());

  test("a server of HTTP is asked with its whole address", async () => {
    const { url, asked } = await startProxy();
    const proxy = url.replace("//", `//jane:${encodeURIComponent(secret)}@`);
    expect(await version({ url: "http://prometheus.example:9090/p", proxy })).toBe("3.5.0");
    expect(asked).toEqual([["GET http://prometheus.example:9090/p/api/v1/status/buildinfo", authorization]]);
  });

  test("a server of HTTPS is asked in a tunnel, within which its certificate is checked", async () => {
    const { url, asked } = await startProxy();
    const server = await serveTls();
    const proxy = url.replace("//", `//jane:${encodeURIComponent(secret)}@`);
    expect(await version({ ...server, proxy })).toBe("3.5.0");
    expect(asked).toEqual([[`CONNECT ${server.url.replace("https://", "")}`, authorization]]);
    const untrusted = await failure(() => version({ url: server.url, proxy }));
    expect(untrusted.kind).toBe("untrusted-certificate");
    const named = { ...server, tls: { ...server.tls, serverName: "prometheus.example" } };
    expect(await version({ ...named, proxy })).toBe("3.5.0");
  });

  test("of the environment, but this machine", async () => {
    const { url, asked } = await startProxy();
    vi.stubEnv("http_proxy", url);
    vi.stubEnv("no_proxy", "");
    expect(await version({ url: "http://prometheus.example" })).toBe("3.5.0");
    const server = await serveAlways(build);
    expect(await version({ url: server.url })).toBe("3.5.0");
    expect([asked.length, server.seen.length]).toEqual([1, 1]);
  });

  test("that wants credentials", async () => {
    const { url } = await startProxy(407);
    for (const target of ["http://prometheus.example", "https://prometheus.example"]) {
      const error = await failure(() => version({ url: target, proxy: url }));
      expect(error.kind).toBe("unauthorized");
      expect(error.message).toMatch(/^the proxy before https?:\/\/prometheus.example refuses access \(HTTP 407/);
    }
  });

  test("that is not there", async () => {
    const proxy = await closedPort();
    const error = await failure(() =>
      version({ url: "http://prometheus.example", proxy: proxy.replace("//", "//jane:sekret@") }),
    );
    expect(error.message).toBe(
      `cannot reach http://prometheus.example through the proxy ${proxy} (ECONNREFUSED): nothing listens there; start the server, or check host and port`,
    );
  });
});
