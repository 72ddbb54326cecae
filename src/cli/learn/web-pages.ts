import type { Asked } from "../serving/serve.js";
import { type Page, plainPage } from "../serving/page.js";

/**
 * The page of the course, from its files by their path. Only what is one of them can be asked for, and only under the
 * address where it is served: another site may give its name to this machine, and would read what it finds.
 */
export function webPages(files: ReadonlyMap<string, Uint8Array>): (asked: Asked) => Page | undefined {
  const pages = new Map(Array.from(files, ([file, body]) => [`/${file}`, pageOf(file, body)]));
  const index = pages.get("/index.html");
  if (index) pages.set("/", index);
  return ({ path, host, address }) => {
    const allowed = [address, address.replace("127.0.0.1", "localhost")];
    // A browser leaves out the port that it takes by itself.
    const named = host.includes(":") ? host : `${host}:80`;
    if (!allowed.includes(named.toLowerCase())) return plainPage(403, `this is served at http://${address}/ alone`);
    return pages.get(path);
  };
}

function pageOf(file: string, body: Uint8Array): Page {
  const type = types[file.slice(file.lastIndexOf(".") + 1)] ?? "application/octet-stream";
  // The names of those have a hash of what they hold.
  const cache = file.startsWith("assets/") ? "public, max-age=31536000, immutable" : "no-cache";
  return { status: 200, type, body, headers: { ...guards, "Cache-Control": cache } };
}

/** What Vite makes a page of. */
const types: Readonly<Record<string, string>> = {
  html: "text/html; charset=utf-8",
  js: "text/javascript; charset=utf-8",
  css: "text/css; charset=utf-8",
  txt: "text/plain; charset=utf-8",
  json: "application/json",
  svg: "image/svg+xml",
  png: "image/png",
  woff2: "font/woff2",
};

/** What the page may load stands in itself, for every host. These add what only a server can say. */
const guards: Readonly<Record<string, string>> = {
  "Content-Security-Policy": "frame-ancestors 'none'",
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Resource-Policy": "same-origin",
  "Referrer-Policy": "no-referrer",
};
