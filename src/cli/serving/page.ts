import type { ServerResponse } from "node:http";

/** What is answered to a request. */
export interface Page {
  readonly status: number;
  readonly type: string;
  readonly body: string | Uint8Array;
  /** What else stands in the head of the answer. */
  readonly headers?: Readonly<Record<string, string>>;
}

/** A page that only says something. */
export function plainPage(status: number, text: string): Page {
  return { status, type: "text/plain; charset=utf-8", body: `${text}\n` };
}

/** Answers with a page. */
export function send(response: ServerResponse, { status, type, body, headers }: Page): void {
  const bytes = Buffer.from(body);
  response.writeHead(status, {
    "Content-Type": type,
    "Content-Length": bytes.length,
    "X-Content-Type-Options": "nosniff",
    ...(status === 405 && { Allow: "GET, HEAD" }),
    ...headers,
  });
  response.end(bytes);
}
