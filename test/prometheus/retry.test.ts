import { createServer as createTcpServer } from "node:net";
import { describe, expect, test, vi } from "vitest";
import { connect } from "../../src/prometheus/index.js";
import { failure, type FakeAnswer, listen, refusal, serve, serveAlways, success } from "./fake-server.js";

const one = success({ resultType: "scalar", result: [1, "1"] });
const overloaded: FakeAnswer = { status: 503, body: "overloaded" };

/** Answers requests from a list; the last answer is repeated. */
async function serveInTurn(...answers: readonly FakeAnswer[]) {
  let turn = 0;
  return serve(() => answers[Math.min(turn++, answers.length - 1)]);
}

describe("asked again", () => {
  test.each<[string, FakeAnswer]>([
    ["429", { status: 429 }],
    ["502 in HTML", { status: 502, body: "<h1>Bad gateway</h1>" }],
    ["503", overloaded],
    ["503 of the API", refusal(503, "unavailable", "starting")],
    ["504", { status: 504 }],
  ])("after %s once", async (_, first) => {
    const { url, seen } = await serveInTurn(first, one);
    expect((await connect({ url }).instantQuery("1")).result).toMatchObject({ type: "scalar" });
    expect(seen.length).toBe(2);
  });

  test("after 429 when the server says", async () => {
    const { url, seen } = await serveInTurn({ status: 429, headers: { "retry-after": "1" } }, one);
    const begin = performance.now();
    await connect({ url }).instantQuery("1");
    expect(performance.now() - begin).toBeGreaterThan(950);
    expect(seen.length).toBe(2);
  });

  test("after a cut connection", async () => {
    let connections = 0;
    const body = one.body ?? "";
    const tcp = createTcpServer((socket) => {
      socket.on("error", () => undefined);
      socket.once("data", () => {
        if (connections++ === 0) socket.resetAndDestroy();
        else socket.end(`HTTP/1.1 200 OK\r\nContent-Length: ${body.length}\r\nConnection: close\r\n\r\n${body}`);
      });
    });
    const url = `http://127.0.0.1:${await listen(tcp)}`;
    await connect({ url }).instantQuery("1");
    expect(connections).toBe(2);
  });
});

describe("given up", () => {
  test("after as many tries as are allowed", async () => {
    const { url, seen } = await serveAlways(overloaded);
    const error = await failure(() => connect({ url, retries: 2 }).instantQuery("1"));
    expect([error.kind, error.message]).toEqual([
      "unavailable",
      `${url} is not available (HTTP 503, "overloaded"): try again later`,
    ]);
    expect(seen.length).toBe(3);
  });

  test("where an answer is cut within", async () => {
    let connections = 0;
    const tcp = createTcpServer((socket) => {
      socket.on("error", () => undefined);
      socket.once("data", () => {
        connections++;
        socket.write("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n{", () =>
          setTimeout(() => socket.resetAndDestroy(), 20),
        );
      });
    });
    const url = `http://127.0.0.1:${await listen(tcp)}`;
    const error = await failure(() => connect({ url, retries: 1 }).instantQuery("1"));
    expect([error.kind, error.code, error.message]).toEqual([
      "unreachable",
      "ECONNRESET",
      `cannot reach ${url} (ECONNRESET): the connection was cut; check the port, and whether it is https`,
    ]);
    expect(connections).toBe(2);
  });

  test("where the server wants a longer wait than the timeout allows", async () => {
    const soon = new Date(Date.now() + 3_600_000).toUTCString();
    const { url, seen } = await serveAlways({ status: 429, headers: { "retry-after": soon } });
    const error = await failure(() => connect({ url }).instantQuery("1"));
    expect(error.message).toMatch(/is not available \(HTTP 429\): try again in 3\d{3} s$/);
    expect(error.retryAfter).toBeGreaterThan(3500);
    expect(seen.length).toBe(1);
  });

  test.each<[string, FakeAnswer]>([
    ["a query that took the server too long", refusal(503, "timeout", "query timed out")],
    ["a refused query", refusal(400, "bad_data", "parse error")],
    ["500", { status: 500 }],
    ["404", { status: 404 }],
    ["401", { status: 401 }],
  ])("at once: %s", async (_, answer) => {
    const { url, seen } = await serveAlways(answer);
    await failure(() => connect({ url }).instantQuery("1"));
    expect(seen.length).toBe(1);
  });

  test("when the client is cancelled before the next try", async () => {
    const { url, seen } = await serveAlways({ status: 429, headers: { "retry-after": "5" } });
    const controller = new AbortController();
    const asked = failure(() => connect({ url, signal: controller.signal }).instantQuery("1"));
    await vi.waitFor(() => expect(seen).toHaveLength(1));
    controller.abort();
    const error = await asked;
    expect([error.kind, seen.length]).toEqual(["cancelled", 1]);
  });

  test("when the timeout is over, with all tries", async () => {
    let turn = 0;
    const { url } = await serve(() => (turn++ === 0 ? overloaded : undefined));
    const begin = performance.now();
    const error = await failure(() => connect({ url, timeout: 800 }).instantQuery("1"));
    expect([error.kind, error.message]).toEqual([
      "timeout",
      `${url} did not answer within 0.8 s: check the address, or raise the timeout`,
    ]);
    expect(performance.now() - begin).toBeLessThan(5000);
  });
});

describe("a server that refuses POST", () => {
  test.each([403, 405])("with %i is asked by GET from then on", async (status) => {
    const { url, seen } = await serve(({ method }) => (method === "POST" ? { status } : one));
    const client = connect({ url });
    await client.instantQuery("up");
    await client.instantQuery("down");
    expect(seen.map(({ method, parameters }) => [method, parameters.get("query")])).toEqual([
      ["POST", "up"],
      ["GET", "up"],
      ["GET", "down"],
    ]);
  });

  test("and reads the query", async () => {
    const { url } = await serve(({ method }) =>
      method === "POST" ? { status: 405 } : refusal(400, "bad_data", "parse error"),
    );
    expect((await failure(() => connect({ url }).instantQuery("up["))).kind).toBe("bad-query");
  });

  test("and GET as well", async () => {
    const { url, seen } = await serve(({ method }) => (method === "POST" ? { status: 403 } : { status: 404 }));
    const client = connect({ url });
    expect(await failure(() => client.instantQuery("up"))).toMatchObject({ kind: "unauthorized", httpStatus: 403 });
    await failure(() => client.instantQuery("up"));
    expect(seen.map(({ method }) => method)).toEqual(["POST", "GET", "POST", "GET"]);
  });
});
