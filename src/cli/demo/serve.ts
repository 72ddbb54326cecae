import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { isIPv6 } from "node:net";
import type { Demo } from "../../demo/index.js";
import { CommandError, exitStatus } from "../exit.js";
import { note } from "../terminal.js";
import { codeOf } from "../unread.js";
import { createPages, type Page, plainPage } from "./pages.js";

/** Where a demo is served. */
export interface Place {
  readonly host: string;
  /** 0 for one that is free. */
  readonly port: number;
}

/** A demo that is served. */
export interface Serving {
  /** Where programs on this machine reach it, such as `127.0.0.1:9190`. */
  readonly address: string;
  /** Ends it, with all its connections. */
  readonly close: () => Promise<void>;
}

/** Serves a demo over HTTP. `clock` tells the time, in milliseconds since 1970. */
export async function startServing(demo: Demo, place: Place, clock: () => number = Date.now): Promise<Serving> {
  const pages = createPages(demo);
  let address = "";
  const server = createServer((request, response) => {
    const visit = { address: addressOf(request) ?? address, time: clock() };
    try {
      send(
        response,
        answerTo(request, (path) => pages.get(path)?.(visit)),
      );
    } catch (error) {
      note(`a request failed: ${error instanceof Error ? error.message : String(error)}`);
      send(response, plainPage(500, "internal failure"));
    }
  });
  // Longer than any scrape interval: Prometheus keeps its connections.
  server.keepAliveTimeout = 65_000;
  const port = await listen(server, place);
  address = `${reachable(place.host)}:${port}`;
  return {
    address,
    close() {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeAllConnections();
      return closed;
    },
  };
}

function answerTo({ method = "", url = "" }: IncomingMessage, find: (path: string) => Page | undefined): Page {
  const [path = ""] = url.split("?", 1);
  const page = find(path);
  if (!page) return plainPage(404, "nothing is here: / lists what there is");
  return method === "GET" || method === "HEAD" ? page : plainPage(405, "only GET and HEAD are answered");
}

function send(response: ServerResponse, { status, type, text }: Page): void {
  const body = Buffer.from(text);
  response.writeHead(status, {
    "Content-Type": type,
    "Content-Length": body.length,
    "X-Content-Type-Options": "nosniff",
    ...(status === 405 && { Allow: "GET, HEAD" }),
  });
  response.end(body);
}

/** Under which address this server was asked, if that is one: in a container, `host.docker.internal:9190`. */
function addressOf({ headers: { host = "" } }: IncomingMessage): string | undefined {
  return /^(?:[a-z\d.-]{1,253}|\[[a-f\d:.]{2,45}\])(?::\d{1,5})?$/i.test(host) ? host : undefined;
}

/** An address on which all are listened to is none that can be asked. */
function reachable(host: string): string {
  if (host === "0.0.0.0" || host === "::") return "localhost";
  return isIPv6(host) ? `[${host}]` : host;
}

function listen(server: Server, { host, port }: Place): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once("error", (error) => reject(failedToListen(codeOf(error), { host, port })));
    server.listen(port, host, () => {
      const address = server.address();
      resolve(typeof address === "object" && address ? address.port : port);
    });
  });
}

function failedToListen(code: string, { host, port }: Place): CommandError {
  const failed = (reason: string, help?: string) =>
    new CommandError(exitStatus.failure, `the demo cannot be served: ${reason}`, help);
  switch (code) {
    case "EADDRINUSE":
      return failed(`port ${port} is in use`, "choose another with `--port`, or `--port 0` for one that is free");
    case "EACCES":
      return failed(`port ${port} is not allowed for this user`, "choose one above 1023 with `--port`");
    case "EADDRNOTAVAIL":
    case "ENOTFOUND":
    case "EAI_AGAIN":
    case "EINVAL":
      return failed(`this machine has no address \`${host}\``, "leave out `--host`, or name one of this machine");
    default:
      return failed(code);
  }
}
