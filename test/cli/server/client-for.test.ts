import path from "node:path";
import { afterEach, describe, expect, test, vi } from "vitest";
import { CommandError, exitStatus } from "../../../src/cli/exit.js";
import type { ServerOptions } from "../../../src/cli/server-options.js";
import { clientFor } from "../../../src/cli/server/client-for.js";
import { closedPort, serve, serveAlways, success } from "../../prometheus/fake-server.js";
import { folderWith } from "../folder.js";

afterEach(() => vi.unstubAllEnvs());

const basic = (user: string): string => `Basic ${Buffer.from(user).toString("base64")}`;

/** The options of a command that was given these, with paths in a folder. */
function optionsIn(folder: string, given: Partial<ServerOptions>): ServerOptions {
  const at = (file: string): string => path.join(folder, file);
  const { passwordFile, bearerTokenFile, httpConfigFile, config } = given;
  return {
    header: [],
    ...given,
    ...(passwordFile !== undefined && { passwordFile: at(passwordFile) }),
    ...(bearerTokenFile !== undefined && { bearerTokenFile: at(bearerTokenFile) }),
    ...(httpConfigFile !== undefined && { httpConfigFile: at(httpConfigFile) }),
    config: typeof config === "string" ? at(config) : false,
  };
}

/** Who a server is told is asking, and for which tenant. */
async function told(server: string, options: ServerOptions, seen: Awaited<ReturnType<typeof serveAlways>>["seen"]) {
  await (await clientFor(server, options)).buildInfo();
  const { authorization, "x-scope-orgid": tenant } = seen.at(-1)?.headers ?? {};
  return [authorization, tenant];
}

const files = {
  token: " file-token \n",
  password: "file-password\n",
  "secrets/token": "http-token",
  "http.yaml": "authorization:\n  credentials_file: secrets/token\n",
  "header.yaml": "http_headers:\n  X-Scope-OrgID:\n    values: [a]\n    files: [token]\n",
};

describe("who asks", () => {
  const env = { PROMQL_LINT_BEARER_TOKEN: "env-token" };
  test.each<[string, Partial<ServerOptions>, Record<string, string>, string, (string | undefined)[]]>([
    ["nobody", {}, {}, "", [undefined, undefined]],
    ["a token of a file", { bearerTokenFile: "token" }, {}, "", ["Bearer file-token", undefined]],
    [
      "a user with a file",
      { username: "jane", passwordFile: "password" },
      {},
      "",
      [basic("jane:file-password"), undefined],
    ],
    [
      "a user of the environment",
      {},
      { PROMQL_LINT_USERNAME: "jane", PROMQL_LINT_PASSWORD: "p" },
      "",
      [basic("jane:p"), undefined],
    ],
    [
      "a user with the environment",
      { username: "jane" },
      { PROMQL_LINT_PASSWORD: "p" },
      "",
      [basic("jane:p"), undefined],
    ],
    ["a token of the environment", {}, env, "", ["Bearer env-token", undefined]],
    ["a header", { header: ["Authorization:Token x", "X-Scope-OrgID: a:b "] }, env, "", ["Token x", "a:b"]],
    ["the user of the URL before the environment", {}, env, "jane:p@", [basic("jane:p"), undefined]],
    ["an option before the URL", { bearerTokenFile: "token" }, env, "jane:p@", ["Bearer file-token", undefined]],
    ["a file of promtool", { httpConfigFile: "http.yaml" }, env, "", ["Bearer http-token", undefined]],
    [
      "an option before that file",
      { httpConfigFile: "http.yaml", username: "jane" },
      {},
      "",
      [basic("jane:"), undefined],
    ],
    ["headers of that file", { httpConfigFile: "header.yaml" }, env, "", ["Bearer env-token", "a, file-token"]],
    [
      "a header before that file",
      { httpConfigFile: "header.yaml", header: ["x-scope-orgid: b"] },
      {},
      "",
      [undefined, "b"],
    ],
  ])("%s", async (_, given, environment, user, expected) => {
    const { url, seen } = await serveAlways(success({ version: "3.5.0" }));
    for (const [name, value] of Object.entries(environment)) vi.stubEnv(name, value);
    const options = optionsIn(folderWith(files), given);
    expect(await told(url.replace("//", `//${user}`), options, seen)).toEqual(expected);
  });
});

describe("a server of the configuration", () => {
  test.each<[string, string, Partial<ServerOptions>, (string | undefined)[]]>([
    ["its URL alone", "", {}, [undefined, undefined]],
    ["a token", "bearerTokenFile: ./token", {}, ["Bearer file-token", undefined]],
    ["a token of the environment", "bearerTokenEnv: OUR_TOKEN", {}, ["Bearer our", undefined]],
    ["a user", "username: jane, passwordFile: password", {}, [basic("jane:file-password"), undefined]],
    ["a user of the environment", "username: jane, passwordEnv: OUR_TOKEN", {}, [basic("jane:our"), undefined]],
    ["headers", "headers: { X-Scope-OrgID: team }", {}, [undefined, "team"]],
    ["a file of promtool", "httpConfigFile: http.yaml", {}, ["Bearer http-token", undefined]],
    ["an option of the command", "bearerTokenFile: token", { username: "jane" }, [basic("jane:"), undefined]],
  ])("%s", async (_, keys, given, expected) => {
    vi.stubEnv("OUR_TOKEN", "our");
    const { url, seen } = await serveAlways(success({ version: "3.5.0" }));
    const rc = `servers: { prod: { url: "${url}", ${keys} }, other: { url: "http://localhost:1" } }`;
    const folder = folderWith({ ...files, "base.yaml": rc, "rc.yaml": "extends: ./base.yaml" });
    expect(await told("prod", optionsIn(folder, { ...given, config: "rc.yaml" }), seen)).toEqual(expected);
  });

  test("its proxy", async () => {
    const folder = folderWith({
      "rc.yaml": `servers: { far: { url: "http://a.example", proxy: "${await closedPort()}" } }`,
    });
    const client = await clientFor("far", optionsIn(folder, { config: "rc.yaml" }));
    await expect(client.buildInfo()).rejects.toThrow(/through the proxy .* \(ECONNREFUSED\)/);
  });
});

test("a server of the configuration has its own time, which the command changes", async () => {
  const { url } = await serve(() => undefined);
  const folder = folderWith({ "rc.yaml": `servers: { slow: { url: "${url}", timeout: 100ms } }` });
  for (const [given, seconds] of [
    [{}, 0.1],
    [{ timeout: 0.2 }, 0.2],
  ] as const) {
    const client = await clientFor("slow", optionsIn(folder, { config: "rc.yaml", ...given }));
    await expect(client.buildInfo()).rejects.toThrow(`did not answer within ${seconds} s`);
  }
});

describe("wrong use", () => {
  test.each<[string, string, Partial<ServerOptions>, string]>([
    ["no configuration", "prod", {}, "no server `prod` is configured | a URL is written as `http://prod`"],
    ["a name nearly right", "prdo", { config: "rc.yaml" }, "no server `prdo` is configured | did you mean `prod`?"],
    [
      "another name",
      "localhost",
      { config: "rc.yaml" },
      "no server `localhost` is configured | configured are prod; a URL is written as `http://localhost`",
    ],
    [
      "no environment",
      "prod",
      { config: "rc.yaml" },
      "the token of the server prod: the environment has no OUR_TOKEN | set it, or name a file",
    ],
    ["an empty file", "http://a", { bearerTokenFile: "empty" }, "the token in FOLDER/empty: the file is empty"],
    [
      "two tokens",
      "http://a",
      { bearerTokenFile: "token", username: "jane" },
      "there are several credentials: give one of a token, a user, and an `Authorization` header",
    ],
    [
      "a header without a colon",
      "http://a",
      { header: ["sekret"] },
      "what --header gives is no name, colon and value | write it as `--header 'X-Scope-OrgID: team'`",
    ],
    ["a bad URL", "ftp://a", {}, "`ftp://a` is no server of Prometheus' API: use `http://` or `https://`"],
    [
      "OAuth",
      "http://a",
      { httpConfigFile: "oauth.yaml" },
      "FOLDER/oauth.yaml:1:1: `oauth2` is not supported | fetch a token before, and name its file in `authorization`",
    ],
    [
      "an old TLS",
      "http://a",
      { httpConfigFile: "tls.yaml" },
      "FOLDER/tls.yaml:2:3: `tls_config.min_version` is not supported | leave it out: TLS 1.2 and 1.3 are spoken",
    ],
    [
      "a key that is none",
      "http://a",
      { httpConfigFile: "key.yaml" },
      "FOLDER/key.yaml:1:1: the file has no key `basic_aut` | did you mean `basic_auth`?",
    ],
    [
      "a token twice",
      "http://a",
      { httpConfigFile: "twice.yaml" },
      "FOLDER/twice.yaml: holds `bearer_token` and `bearer_token_file` | leave out one of the two",
    ],
    [
      "two ways at once",
      "http://a",
      { httpConfigFile: "both.yaml" },
      "FOLDER/both.yaml: holds several credentials | leave out all but one of them",
    ],
  ])("%s", async (_, server, given, expected) => {
    const folder = folderWith({
      ...files,
      empty: " \n",
      "rc.yaml": "servers: { prod: { url: http://a, bearerTokenEnv: OUR_TOKEN } }",
      "oauth.yaml": "oauth2: { client_secret: sekret }",
      "tls.yaml": "tls_config:\n  min_version: TLS10\n",
      "key.yaml": "basic_aut: { password: sekret }",
      "twice.yaml": "bearer_token: sekret\nbearer_token_file: token\n",
      "both.yaml": "bearer_token: sekret\nbasic_auth: { username: jane, password: sekret }\n",
    });
    const { message, help, status } = await ending(clientFor(server, optionsIn(folder, given)));
    expect([message, ...(help === undefined ? [] : [help])].join(" | ").replaceAll(folder, "FOLDER")).toBe(expected);
    expect(status).toBe(exitStatus.usage);
  });

  test("a file that is not there", async () => {
    const folder = folderWith({});
    const { message, status } = await ending(clientFor("http://a", optionsIn(folder, { bearerTokenFile: "none" })));
    expect([message, status]).toEqual([`the token in ${folder}/none: no such file or folder`, exitStatus.failure]);
  });
});

async function ending(promise: Promise<unknown>): Promise<CommandError> {
  const outcome = await promise.catch((error: unknown) => error);
  if (outcome instanceof CommandError) return outcome;
  throw new Error("the command has not ended", { cause: outcome });
}
