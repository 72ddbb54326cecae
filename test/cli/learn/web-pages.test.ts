import { describe, expect, test } from "vitest";
import { webPages } from "../../../src/cli/learn/web-pages.js";

const address = "127.0.0.1:9191";
const files = [
  "index.html",
  "assets/index-Ab12.js",
  "assets/index-Cd34.css",
  "third-party-licenses.txt",
  "assets/x.bin",
];
const find = webPages(new Map(files.map((file) => [file, Buffer.from(file)])));
const at = (path: string, host = address) => find({ path, host, address });

test.each([
  ["/", "text/html; charset=utf-8", "no-cache"],
  ["/index.html", "text/html; charset=utf-8", "no-cache"],
  ["/assets/index-Ab12.js", "text/javascript; charset=utf-8", "public, max-age=31536000, immutable"],
  ["/assets/index-Cd34.css", "text/css; charset=utf-8", "public, max-age=31536000, immutable"],
  ["/assets/x.bin", "application/octet-stream", "public, max-age=31536000, immutable"],
  ["/third-party-licenses.txt", "text/plain; charset=utf-8", "no-cache"],
])("%s is %s, kept as %s", (path, type, cache) => {
  const page = at(path);
  expect(page).toMatchObject({ status: 200, type, headers: { "Cache-Control": cache } });
  expect(Buffer.from(page?.body ?? "").toString()).toBe(path === "/" ? "index.html" : path.slice(1));
});

test.each([
  ...["", "//", "/assets", "/assets/", "/ASSETS/index-Ab12.js", "/index.html/", "/index.html\0", "/./index.html"],
  ...[
    "/assets/../index.html",
    "/../index.html",
    "/..%2findex.html",
    "/assets%2Findex-Ab12.js",
    "/assets\\index-Ab12.js",
  ],
  ...["/__proto__", "/constructor", "*", `http://${address}/`],
])("nothing is at %j", (path) => {
  expect(at(path)).toBeUndefined();
});

describe("against a site that gives its name to this machine", () => {
  test.each([address, "localhost:9191", "LOCALHOST:9191"])("%s is answered", (host) => {
    expect(at("/", host)?.status).toBe(200);
  });

  test.each(["evil.example:9191", "evil.example", "127.0.0.1", "127.0.0.1:80", "127.0.0.1:91911", "[::1]:9191", ""])(
    "%j is not",
    (host) => {
      expect(at("/", host)).toMatchObject({ status: 403, body: "this is served at http://127.0.0.1:9191/ alone\n" });
    },
  );

  test("the port that a browser leaves out is 80", () => {
    const asked = { path: "/", address: "127.0.0.1:80" };
    expect(find({ ...asked, host: "127.0.0.1" })?.status).toBe(200);
    expect(find({ ...asked, host: "localhost" })?.status).toBe(200);
    expect(find({ ...asked, host: "evil.example" })?.status).toBe(403);
  });
});
