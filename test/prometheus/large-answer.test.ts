import { createServer } from "node:http";
import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { connect } from "../../src/prometheus/index.js";
import { failure, listen, serveAlways } from "./fake-server.js";

const mebibyte = 2 ** 20;

/** Sends an answer of 50 MiB as fast as it is read; `sent` says how much has left. */
async function serveLarge() {
  const chunk = Buffer.alloc(64 * 1024, " ");
  let sent = 0;
  const server = createServer((_, response) => {
    const write = (): void => {
      while (sent < 50 * mebibyte) {
        sent += chunk.length;
        if (!response.write(chunk)) return void response.once("drain", write);
      }
      response.end();
    };
    write();
  });
  return { url: `http://127.0.0.1:${await listen(server)}`, sent: () => sent };
}

test("an answer of 50 MiB is read no further than is allowed", async () => {
  const { url, sent } = await serveLarge();
  const error = await failure(() => connect({ url, maxBytes: 2 * mebibyte }).instantQuery("up"));
  expect([error.kind, error.message]).toEqual([
    "too-large",
    `${url} answers with more than 2 MiB: aggregate the query, or ask for less time`,
  ]);
  expect(sent()).toBeLessThan(20 * mebibyte);
});

test("a small answer that unpacks to a large one is too large as well", async () => {
  const packed = gzipSync(Buffer.alloc(5 * mebibyte, " "));
  const server = createServer((_, response) => response.setHeader("content-encoding", "gzip").end(packed));
  const url = `http://127.0.0.1:${await listen(server)}`;
  expect((await failure(() => connect({ url, maxBytes: mebibyte }).instantQuery("up"))).kind).toBe("too-large");
});

test("an answer of 50 MiB is read where no less is allowed", async () => {
  const { url } = await serveAlways({ body: `{"status":"success","data":["${"a".repeat(50 * mebibyte)}"]}` });
  const [name = ""] = await connect({ url }).labelNames();
  expect(name.length).toBe(50 * mebibyte);
});
