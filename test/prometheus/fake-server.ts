import { createServer, Server as HttpServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo, Server } from "node:net";
import { onTestFinished } from "vitest";
import { PrometheusError } from "../../src/prometheus/index.js";

/** A request as the fake server saw it. */
export interface SeenRequest {
  readonly method: string;
  readonly path: string;
  /** Of the address and of the form in the body. */
  readonly parameters: URLSearchParams;
  readonly headers: IncomingMessage["headers"];
}

export interface FakeAnswer {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** An HTTP server on a free loopback port, closed with the test; an answer of `undefined` never comes. */
export async function serve(
  answer: (request: SeenRequest) => FakeAnswer | undefined | Promise<FakeAnswer | undefined>,
) {
  const seen: SeenRequest[] = [];
  const server = createServer((request, response) => void respond(request, response));

  async function respond(request: IncomingMessage, response: ServerResponse): Promise<void> {
    let form = "";
    for await (const chunk of request) form += String(chunk);
    const url = new URL(request.url ?? "/", "http://localhost");
    const parameters = new URLSearchParams([...url.searchParams, ...new URLSearchParams(form)]);
    const { method = "", headers } = request;
    const record: SeenRequest = { method, path: url.pathname, parameters, headers };
    seen.push(record);
    const reply = await answer(record);
    if (!reply) return;
    response.writeHead(reply.status ?? 200, { "content-type": "application/json", ...reply.headers });
    response.end(reply.body ?? "");
  }

  return { url: `http://127.0.0.1:${await listen(server)}`, seen };
}

/** Lets a server listen on a free loopback port until the test ends; returns the port. */
export async function listen(server: Server): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    if (server instanceof HttpServer) server.closeAllConnections();
    server.close();
  });
  return portOf(server.address());
}

/** A server that gives every request the same answer. */
export function serveAlways(answer: FakeAnswer) {
  return serve(() => answer);
}

/** The body of a successful answer. */
export function success(data: unknown, annotations: object = {}): FakeAnswer {
  return { body: JSON.stringify({ status: "success", data, ...annotations }) };
}

/** The body of a refusal. */
export function refusal(status: number, errorType: string, error: string): FakeAnswer {
  return { status, body: JSON.stringify({ status: "error", errorType, error }) };
}

/** The error with which an action fails. */
export async function failure(action: () => unknown): Promise<PrometheusError> {
  try {
    await action();
  } catch (error) {
    if (error instanceof PrometheusError) return error;
    throw error;
  }
  throw new Error("nothing failed");
}

/** The address of a port on which nothing listens. */
export async function closedPort(): Promise<string> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const port = portOf(server.address());
  await new Promise((resolve) => server.close(resolve));
  return `http://127.0.0.1:${port}`;
}

function portOf(address: AddressInfo | string | null): number {
  if (typeof address !== "object" || !address) throw new Error("the server does not listen on a port");
  return address.port;
}
