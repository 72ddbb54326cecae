import { createServer, type IncomingMessage, type Server } from "node:http";
import { isIPv6 } from "node:net";
import { CommandError, exitStatus } from "../exit.js";
import { note } from "../terminal.js";
import { codeOf } from "../unread.js";
import { type Page, plainPage, send } from "./page.js";

/** Where something is served. */
export interface Place {
  readonly host: string;
  /** 0 for one that is free. */
  readonly port: number;
}

/** Pages that are served. */
export interface Pages {
  /** As messages name them: `the demo`. */
  readonly name: string;
  /** The page that is asked for; nothing where there is none. */
  readonly find: (asked: Asked) => Page | undefined;
}

/** What of a request says which page is meant. */
export interface Asked {
  /** As it was sent, without what stands behind `?`. */
  readonly path: string;
  /** What the request says that it asks: `localhost:9190`. */
  readonly host: string;
  /** Where programs on this machine reach the server, such as `127.0.0.1:9190`. */
  readonly address: string;
}

/** Pages that are being served. */
export interface Serving {
  /** Where programs on this machine reach them, such as `127.0.0.1:9190`. */
  readonly address: string;
  /** Ends it, with all its connections. */
  readonly close: () => Promise<void>;
}

/** Serves pages over HTTP. Ends the command with a message where that is not possible. */
export async function serve(pages: Pages, place: Place): Promise<Serving> {
  let address = "";
  const server = createServer((request, response) => {
    try {
      send(response, answerTo(request, address, pages));
    } catch (error) {
      note(`a request failed: ${error instanceof Error ? error.message : String(error)}`);
      send(response, plainPage(500, "internal failure"));
    }
  });
  // Longer than any scrape interval: Prometheus keeps its connections.
  server.keepAliveTimeout = 65_000;
  const port = await listen(server, place, pages.name);
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

function answerTo({ method = "", url = "", headers }: IncomingMessage, address: string, { find }: Pages): Page {
  const [path = ""] = url.split("?", 1);
  const page = find({ path, host: headers.host ?? "", address });
  if (!page) return plainPage(404, "nothing is here: begin at /");
  return method === "GET" || method === "HEAD" ? page : plainPage(405, "only GET and HEAD are answered");
}

/** An address on which all are listened to is none that can be asked. */
function reachable(host: string): string {
  if (host === "0.0.0.0" || host === "::") return "localhost";
  return isIPv6(host) ? `[${host}]` : host;
}

function listen(server: Server, { host, port }: Place, name: string): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once("error", (error) => reject(failedToListen(name, codeOf(error), { host, port })));
    server.listen(port, host, () => {
      const address = server.address();
      resolve(typeof address === "object" && address ? address.port : port);
    });
  });
}

function failedToListen(name: string, code: string, { host, port }: Place): CommandError {
  const failed = (reason: string, help?: string) =>
    new CommandError(exitStatus.failure, `${name} cannot be served: ${reason}`, help);
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
