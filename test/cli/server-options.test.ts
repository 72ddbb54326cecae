import { createServer as createTlsServer } from "node:https";
import { describe, expect, test } from "vitest";
import { makeCertificate } from "../prometheus/certificates.js";
import { listen, refusal, serve, serveAlways, success } from "../prometheus/fake-server.js";
import { promqlLint } from "./command.js";
import { folderWith } from "./folder.js";
import { refusalOf } from "./refusal.js";

const run = ["query", "up"];
const one = success({ resultType: "vector", result: [{ metric: { instance: "a", job: "node" }, value: [1, "1"] }] });

describe("a server of the command", () => {
  test("is that of the configuration of the working folder, with its credentials", async () => {
    const { url, seen } = await serveAlways(one);
    const cwd = folderWith({
      ".promql-lintrc.yaml": `servers: { prod: { url: "${url}", bearerTokenFile: token } }`,
      token: "sekret-token",
    });
    const { status, stdout, stderr } = await promqlLint([...run, "--server", "prod", "-f", "json"], { cwd });
    expect([status, stderr]).toEqual([0, ""]);
    expect(JSON.parse(stdout)).toMatchObject({ data: { resultType: "vector" } });
    expect(stdout).not.toContain("sekret");
    expect(seen[0]?.headers.authorization).toBe("Bearer sekret-token");
  });

  test("is asked again where it is overloaded once", async () => {
    let first = true;
    const { url } = await serve(() => {
      const answer = first ? { status: 503 } : one;
      first = false;
      return answer;
    });
    expect(await promqlLint([...run, "--server", url])).toMatchObject({ status: 0, stderr: "" });
  });

  test("is one", async () => {
    const { status, text } = await refusalOf([...run, "--server", "http://a", "--server", "http://b"]);
    expect(status).toBe(2);
    expect(text).toContain("One server is asked; run the command once for each.");
  });

  test("is one of several where a command compares them: each has its own run in the report", async () => {
    const { url } = await serveAlways(one);
    const args = ["catalogue", "run", "--id", "node-cpu-count", "--server", url, "--server", url, "-f"];
    const names = [
      ...(await promqlLint([...args, "junit"])).stdout.matchAll(/<testsuite name="node-exporter" hostname="([^"]+)"/g),
    ];
    expect(names.map(([, name]) => name)).toEqual([url, url]);
    const { stdout, status } = await promqlLint([...args, "json"]);
    expect(JSON.parse(stdout)).toMatchObject([{ server: url }, { server: url }]);
    expect(status).toBe(0);
  });

  test("is none for options that say how one is asked", async () => {
    expect(await refusalOf([...run, "--tls-ca", "ca.pem"])).toEqual({
      status: 2,
      text: "--tls-ca says how a server is asked, and none is named\nhelp: add `--server`",
    });
  });
});

test("a certificate that nobody knows, and one that is named", async () => {
  const authority = makeCertificate("authority");
  const { cert, key } = makeCertificate("server", { names: ["IP:127.0.0.1"], authority });
  const server = createTlsServer({ cert, key }, (_, response) => response.end(one.body));
  server.on("tlsClientError", () => undefined);
  const url = `https://127.0.0.1:${await listen(server)}`;
  const cwd = folderWith({ "ca.pem": authority.cert });
  expect(await promqlLint([...run, "--server", url], { cwd })).toEqual({
    status: 3,
    stdout: "",
    stderr: `promql-lint: the certificate of ${url} is not trusted (UNABLE_TO_VERIFY_LEAF_SIGNATURE): give the certificate of its authority\nhelp: \`--tls-ca\` names the file of its authority\n`,
  });
  expect(await promqlLint([...run, "--server", url, "--tls-ca", "ca.pem"], { cwd })).toMatchObject({ status: 0 });
});

describe("credentials are printed nowhere", () => {
  const secrets = /sekret|amFuZTpzZWtyZXQ/;
  test.each<[string, string[], Record<string, string>]>([
    ["a token of the environment", [], { PROMQL_LINT_BEARER_TOKEN: "sekret" }],
    ["a header", ["--header", "Authorization: Basic amFuZTpzZWtyZXQ="], {}],
    ["a user and a file", ["--username", "jane", "--password-file", "password"], {}],
    ["a header that cannot be sent", ["--header", "X-Token: sekret\u0001"], {}],
    ["a token that cannot be sent", ["--bearer-token-file", "spaced"], {}],
    ["a proxy that is none", ["--proxy", "socks5://jane:sekret@proxy"], {}],
    ["a proxy that is not there", ["--proxy", "http://jane:sekret@127.0.0.1:1"], {}],
    ["a header without a colon", ["--header", "sekret"], {}],
  ])("%s", async (_, args, env) => {
    const { url } = await serve(({ headers }) =>
      refusal(401, "unauthorized", `no access for sekret, ${headers.authorization ?? ""}`),
    );
    const cwd = folderWith({ password: "sekret", spaced: "Bearer sekret" });
    const server = args.includes("--proxy") ? "http://prometheus.example" : url.replace("//", "//jane:sekret@");
    const given = env["PROMQL_LINT_BEARER_TOKEN"] === undefined ? server : url;
    const { status, stdout, stderr } = await promqlLint([...run, "--server", given, ...args], {
      cwd,
      env: { ...env, PROMQL_LINT_DEBUG: "1" },
    });
    expect(stdout).toBe("");
    expect(status).toBeGreaterThan(1);
    expect(stderr).toMatch(/^promql-lint: .+\n/);
    expect(stderr).not.toMatch(secrets);
  });
});
