import { describe, expect, test } from "vitest";
import { connect, type ConnectOptions } from "../../src/prometheus/index.js";
import { failure, serve, serveAlways, success } from "./fake-server.js";

type Given = Omit<ConnectOptions, "url">;

const basic = (user: string): string => `Basic ${Buffer.from(user).toString("base64")}`;

describe("what is sent", () => {
  test.each<[string, string, Given, string | undefined]>([
    ["nothing", "", {}, undefined],
    ["a token", "", { bearerToken: "abc.def" }, "Bearer abc.def"],
    ["a user", "", { username: "jane", password: "se:kret" }, basic("jane:se:kret")],
    ["a user without a password", "", { username: "jane" }, basic("jane:")],
    ["a user of the URL", "jane:p%40ss@", {}, basic("jane:p@ss")],
    ["a token rather than the user of the URL", "jane:pass@", { bearerToken: "abc" }, "Bearer abc"],
    ["a user rather than that of the URL", "jane:pass@", { username: "joe" }, basic("joe:")],
    ["a header rather than the user of the URL", "jane:pass@", { headers: { authorization: "Token x" } }, "Token x"],
  ])("%s", async (_, user, options, authorization) => {
    const { url, seen } = await serveAlways(success({ version: "3.5.0" }));
    await connect({ url: url.replace("//", `//${user}`), ...options }).buildInfo();
    expect(seen[0]?.headers.authorization).toBe(authorization);
  });

  test("headers", async () => {
    const { url, seen } = await serveAlways(success({ version: "3.5.0" }));
    await connect({ url, headers: { "X-Scope-OrgID": "a|b" } }).buildInfo();
    expect(seen[0]?.headers).toMatchObject({ "x-scope-orgid": "a|b", "user-agent": "promql-lint" });
  });
});

describe("what cannot be sent", () => {
  test.each<[Given, string]>([
    [
      { bearerToken: "sekret", username: "jane" },
      "there are several credentials: give one of a token, a user, and an `Authorization` header",
    ],
    [
      { headers: { AUTHORIZATION: "sekret" }, bearerToken: "sekret" },
      "there are several credentials: give one of a token, a user, and an `Authorization` header",
    ],
    [{ password: "sekret" }, "there is a password without a user: give the user as well"],
    [{ username: "ja:ne" }, "the user's name holds a `:`, which basic authentication cannot send"],
    [{ bearerToken: "" }, "the bearer token is empty: give the token alone"],
    [
      { bearerToken: "Bearer sekret\n" },
      "the bearer token holds spaces, line breaks or characters beyond ASCII: give the token alone",
    ],
    [{ headers: { "X Org": "sekret" } }, "`X Org` is no name of a header: write it as `X-Scope-OrgID`"],
    [{ headers: { "\x1b[2J": "" } }, "`\\u{1b}[2J` is no name of a header: write it as `X-Scope-OrgID`"],
    [
      { headers: { "X-Org": "sekret\r\nX-Other: b" } },
      "the header `X-Org` holds line breaks or characters that a header cannot hold",
    ],
  ])("%j", async (options, message) => {
    const error = await failure(() => connect({ url: "http://localhost", ...options }));
    expect([error.kind, error.message]).toEqual(["bad-options", message]);
    expect(JSON.stringify([error, error.stack])).not.toContain("sekret");
  });
});

describe("what a server says of credentials is not passed on", () => {
  test.each<[string, Given, string]>([
    ["a token", { bearerToken: "sekret-token" }, "sekret-token"],
    ["a password", { username: "jane", password: "sekret" }, "sekret"],
    ["a user as it is sent", { username: "jane", password: "sekret" }, basic("jane:sekret")],
    ["a header", { headers: { "X-Api-Key": "sekret" } }, "sekret"],
    ["a header of authorization", { headers: { Authorization: "Token sekret" } }, "sekret"],
  ])("%s", async (_, options, secret) => {
    const echo = JSON.stringify({ status: "error", errorType: "bad_data", error: `wrong: ${secret}!` });
    for (const status of [400, 401, 500]) {
      const { url } = await serve(() => ({ status, body: echo }));
      const error = await failure(() => connect({ url, retries: 0, ...options }).instantQuery("up"));
      expect(error.message).toMatch(/wrong: (Basic )?…!/);
      expect(JSON.stringify([error, error.message, error.stack])).not.toContain(secret.replace("Basic ", ""));
    }
  });
});
