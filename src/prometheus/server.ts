import type { Agent } from "node:https";
import { credentialsOf } from "./authorization.js";
import type { ConnectOptions } from "./connect-options.js";
import { type Proxy, proxyFor } from "./proxy.js";
import { parseServerUrl } from "./server-url.js";
import { tlsAgent } from "./tls.js";

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

const longestTimer = 2 ** 31 - 1;

/** Bytes of an answer that are read unless more or less is allowed. */
const maxAnswerSize = 64 * 1024 * 1024;

/** The server of the options; throws a `PrometheusError` of kind `bad-url` or `bad-options`. */
export function serverOf(options: ConnectOptions): Server {
  const { address, user } = parseServerUrl(options.url);
  const { headers, secrets } = credentialsOf(options, user);
  const proxy = proxyFor(address, options, process.env);
  return {
    address,
    headers,
    secrets: proxy?.auth ? [...secrets, proxy.auth.password].filter((secret) => secret !== "") : secrets,
    agent: options.tls && tlsAgent(options.tls),
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
