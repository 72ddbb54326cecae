import { describe, expect, test } from "vitest";
import { connect, type ConnectOptions } from "../../src/prometheus/index.js";
import { closedPort, failure, type FakeAnswer, refusal, serve, serveAlways, success } from "./fake-server.js";

/** The kind, and the message with the server's address as `SERVER`. */
async function outcome(url: string, options: Omit<ConnectOptions, "url"> = {}) {
  const error = await failure(() => connect({ url, retries: 0, ...options }).instantQuery("up"));
  return {
    kind: error.kind,
    httpStatus: error.httpStatus,
    message: error.message.replaceAll(url, "SERVER").replace(url.replace("http:", "https:"), "HTTPS"),
  };
}

const html = "<!doctype html><title>Grafana</title>";

describe("an answer that is not a result", () => {
  test.each<[string, FakeAnswer, object]>([
    [
      "HTML with 200",
      { headers: { "content-type": "text/html" }, body: html },
      {
        kind: "not-prometheus",
        httpStatus: 200,
        message:
          "SERVER does not speak Prometheus' API: it answers /api/v1/query with an HTML page; check the address and the path",
      },
    ],
    [
      "HTML with 404",
      { status: 404, body: html },
      {
        kind: "not-found",
        httpStatus: 404,
        message: "SERVER has no /api/v1/query (HTTP 404): check the path, such as SERVER/prometheus",
      },
    ],
    [
      "an endpoint that VictoriaMetrics lacks",
      { status: 400, body: 'unsupported path requested: "/api/v1/query"' },
      {
        kind: "not-found",
        httpStatus: 400,
        message: 'SERVER has no /api/v1/query (HTTP 400, "unsupported path requested: "/api/v1/query"")',
      },
    ],
    ["an endpoint that nobody has built", { status: 501 }, { kind: "not-found", httpStatus: 501 }],
    [
      "an endpoint that Mimir lacks",
      refusal(404, "not_found", "no such route"),
      { kind: "not-found", message: "SERVER does not find what was asked for: no such route" },
    ],
    [
      "broken JSON",
      { body: '{"status":"success","data":{"resu' },
      {
        kind: "not-prometheus",
        httpStatus: 200,
        message:
          "SERVER does not speak Prometheus' API: it answers /api/v1/query with other or broken JSON; check the address and the path",
      },
    ],
    ["JSON of another API", { body: '{"ok":true}' }, { kind: "not-prometheus", httpStatus: 200 }],
    ["JSON that is no object", { body: "null" }, { kind: "not-prometheus" }],
    ["nothing", { body: "" }, { kind: "not-prometheus" }],
    ["data of no known shape", success({ resultType: "vector", result: [{}] }), { kind: "not-prometheus" }],
    ["no data", { body: '{"status":"success"}' }, { kind: "not-prometheus" }],
    ["a type of result that does not exist", success({ resultType: "tensor", result: [] }), { kind: "not-prometheus" }],
    [
      "401",
      { status: 401, body: "no org id\n" },
      {
        kind: "unauthorized",
        httpStatus: 401,
        message: 'SERVER refuses access (HTTP 401, "no org id"): check the user and password or the token',
      },
    ],
    ["403 in HTML", { status: 403, body: html }, { kind: "unauthorized", httpStatus: 403 }],
    [
      "503",
      { status: 503, body: "Service Unavailable" },
      {
        kind: "unavailable",
        httpStatus: 503,
        message: 'SERVER is not available (HTTP 503, "Service Unavailable"): try again later',
      },
    ],
    ["429", { status: 429 }, { kind: "unavailable", httpStatus: 429 }],
    [
      "http to a port for https",
      { status: 400, body: "Client sent an HTTP request to an HTTPS server.\n" },
      { kind: "not-prometheus", httpStatus: 400, message: "SERVER speaks TLS: write `HTTPS`" },
    ],
    [
      "http to a port for https of nginx",
      { status: 400, body: "<title>400 The plain HTTP request was sent to HTTPS port</title>" },
      { message: "SERVER speaks TLS: write `HTTPS`" },
    ],
    [
      "an answer that is no answer",
      { status: 418, body: "a teapot\n" },
      {
        kind: "not-prometheus",
        httpStatus: 418,
        message:
          'SERVER does not speak Prometheus\' API: it answers /api/v1/query with HTTP 418, "a teapot"; check the address and the path',
      },
    ],
    [
      "a redirect, whose query may hold secrets",
      { status: 302, headers: { location: "https://user:pw@login.example.org/start?token=secret" } },
      {
        kind: "redirected",
        httpStatus: 302,
        message:
          "SERVER redirects to `https://login.example.org/start` (HTTP 302): give that URL, or the credentials that it asks for",
      },
    ],
    [
      "a refused query",
      refusal(400, "bad_data", 'invalid parameter "query": 1:4: parse error: unclosed left parenthesis'),
      {
        kind: "bad-query",
        httpStatus: 400,
        message: 'SERVER rejects the query: invalid parameter "query": 1:4: parse error: unclosed left parenthesis',
      },
    ],
    ["a failed query", refusal(422, "execution", "found duplicate series"), { kind: "execution", httpStatus: 422 }],
    ["a query that took the server too long", refusal(503, "timeout", "query timed out"), { kind: "timeout" }],
    ["a server that starts", refusal(503, "unavailable", "starting"), { kind: "unavailable" }],
    ["an error with status 200", refusal(200, "bad_data", "no"), { kind: "bad-query", httpStatus: 200 }],
    ["an error of no known type", refusal(500, "__proto__", "no"), { kind: "unavailable" }],
    [
      "an error that steers the terminal",
      refusal(422, "execution", "\x1b[2Jgone\r\nforged line\u202e"),
      { message: "SERVER failed to run the query: \\u{1b}[2Jgone\\r\\nforged line\\u{202e}" },
    ],
  ])("%s", async (_, answer, expected) => {
    const { url } = await serveAlways(answer);
    expect(await outcome(url)).toMatchObject(expected);
  });

  test("keeps the server's own words", async () => {
    const { url } = await serveAlways(refusal(422, "execution", "two\nlines"));
    expect((await failure(() => connect({ url }).instantQuery("up"))).serverSays).toBe("two\nlines");
  });
});

describe("no answer", () => {
  test("a closed port", async () => {
    const url = await closedPort();
    expect(await outcome(url)).toMatchObject({
      kind: "unreachable",
      message: "cannot reach SERVER (ECONNREFUSED): nothing listens there; start the server, or check host and port",
    });
  });

  test("a slow answer", async () => {
    const { url } = await serve(() => undefined);
    expect(await outcome(url, { timeout: 100 })).toMatchObject({
      kind: "timeout",
      message: "SERVER did not answer within 0.1 s: check the address, or raise the timeout",
    });
  });

  test("a cancelled request", async () => {
    const { url } = await serve(() => undefined);
    expect(await outcome(url, { signal: AbortSignal.timeout(50) })).toMatchObject({ kind: "cancelled" });
  });

  test("https to a port for http", async () => {
    const { url } = await serveAlways(success({}));
    expect(await outcome(url.replace("http:", "https:"))).toMatchObject({ kind: "unreachable" });
  });
});

describe("the URL", () => {
  test.each([
    ["localhost:9090", "`localhost:9090` has no scheme: write `http://localhost:9090`"],
    ["user:secret@localhost:9090", "`localhost:9090` has no scheme: write `http://localhost:9090`"],
    ["", "the server's URL is empty"],
    ["ftp://user:secret@host/", "`ftp://host/` is no server of Prometheus' API: use `http://` or `https://`"],
    ["http://user:secret@ho st", "`http://ho st` is no URL: write it as `http://host:9090/prefix`"],
    ["http://", "`http://` is no URL: write it as `http://host:9090/prefix`"],
    [
      "http://user:9/secret@host",
      "the URL of `http://host` has an `@` after its host: in a password write `/` as `%2F`, `?` as `%3F` and `#` as `%23`",
    ],
    [
      "http://user:se?cret@host",
      "the URL of `http://host` has an `@` after its host: in a password write `/` as `%2F`, `?` as `%3F` and `#` as `%23`",
    ],
    [
      "http://host:9090/?token=secret",
      "the URL of `http://host:9090/` has a query or a fragment: leave it out, and send tokens as headers",
    ],
    ["\x1b[2Jhost", "`\\u{1b}[2Jhost` has no scheme: write `http://\\u{1b}[2Jhost`"],
  ])("%s", async (url, message) => {
    const error = await failure(() => connect({ url }));
    expect(error).toMatchObject({ kind: "bad-url", message });
    expect(error.message).not.toContain("secret");
  });
});

test.each(["sekret", "se/k@ret?#", "ключ", ""])("credentials with the password %j never leak", async (password) => {
  const { url, seen } = await serveAlways({ status: 401 });
  const given = url.replace("http://", `http://jane:${encodeURIComponent(password)}@`);
  const client = connect({ url: `${given}/` });
  const error = await failure(() => client.instantQuery("up"));

  const authorization = seen[0]?.headers.authorization ?? "";
  expect(Buffer.from(authorization.replace("Basic ", ""), "base64").toString()).toBe(`jane:${password}`);
  expect(client.url).toBe(url);
  expect(JSON.stringify([error, error.message, error.stack, error.cause])).not.toMatch(/sekret|jane|ret%|ключ/);
});
