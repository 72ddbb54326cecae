import { once } from "node:events";
import { request } from "node:http";

/** What came back. */
export interface Answer {
  readonly status: number | undefined;
  readonly text: string;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
}

/** Asks a server at an address such as `127.0.0.1:9190`. The path and the head are sent as they are. */
export async function ask(
  address: string,
  path: string,
  options: { readonly method?: string; readonly headers?: Readonly<Record<string, string>> } = {},
): Promise<Answer> {
  const [host = "", port] = address.split(":");
  const sent = request({ host, port, path, ...options });
  sent.end();
  const [response] = (await once(sent, "response")) as [import("node:http").IncomingMessage];
  let text = "";
  response.setEncoding("utf8");
  for await (const chunk of response) text += String(chunk);
  return { status: response.statusCode, text, headers: response.headers };
}
