import type { Agent } from "node:https";
import { credentialsOf } from "./authorization.js";
import type { ConnectOptions } from "./connect-options.js";
import type { Proxy } from "./proxy.js";
import { parseServerUrl } from "./server-url.js";

/** A server, and how it is asked. */
export interface Server {
  /** Free of credentials; they are in the headers. */
  readonly address: string;
  readonly headers: Readonly<Record<string, string>>;
  /** What may stand in no message. */
  readonly secrets: readonly string[];
  readonly agent: Agent | undefined;
  readonly proxy: Proxy | undefined;
  /** Milliseconds for an answer, with all tries. */
  readonly timeout: number;
  readonly retries: number;
  /** Bytes of an answer. */
  readonly maxBytes: number;
  readonly signal: AbortSignal | undefined;
  /** How queries are sent; it becomes `GET` for good once a server has refused `POST`. */
  method: "POST" | "GET";
}

/** What a platform adds to requests; nothing where it is a browser, which sees to certificates and proxies itself. */
export interface Route {
  readonly agent?: Agent | undefined;
  readonly proxy?: Proxy | undefined;
  /** Sent with every request, unless the options say otherwise. */
  readonly headers?: Readonly<Record<string, string>>;
}

const longestTimer = 2 ** 31 - 1;

/** Bytes of an answer that are read unless more or less is allowed. */
const maxAnswerSize = 64 * 1024 * 1024;

/** The server of the options; throws a `PrometheusError` of kind `bad-url` or `bad-options`. */
export function serverOf(options: Omit<ConnectOptions, "tls" | "proxy" | "noProxy">, route: Route = {}): Server {
  const { address, user } = parseServerUrl(options.url);
  const { headers, secrets } = credentialsOf(options, user);
  const { agent, proxy } = route;
  return {
    address,
    headers: { ...route.headers, ...headers },
    secrets: proxy?.auth ? [...secrets, proxy.auth.password].filter((secret) => secret !== "") : secrets,
    agent,
    proxy,
    timeout: within(options.timeout ?? 10_000, 1, longestTimer),
    retries: within(options.retries ?? 3, 0, 10),
    maxBytes: within(options.maxBytes ?? maxAnswerSize, 1, 512 * 1024 * 1024),
    signal: options.signal,
    method: "POST",
  };
}

function within(value: number, least: number, most: number): number {
  return Math.min(Math.max(Math.round(value), least), most);
}
