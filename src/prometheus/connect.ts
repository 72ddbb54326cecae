import { clientOf, type PrometheusClient } from "./client.js";
import type { ConnectOptions } from "./connect-options.js";
import { proxyFor } from "./proxy.js";
import { serverOf } from "./server.js";
import { parseServerUrl } from "./server-url.js";
import { tlsAgent } from "./tls.js";

/**
 * A client of a server, which asks from Node; no request is sent yet. Throws a `PrometheusError` of kind `bad-url` or
 * `bad-options`.
 */
export function connect(options: ConnectOptions): PrometheusClient {
  const { address } = parseServerUrl(options.url);
  const server = serverOf(options, {
    agent: options.tls && tlsAgent(options.tls),
    proxy: proxyFor(address, options, process.env),
    headers: { "User-Agent": "promql-lint" },
  });
  return clientOf(server);
}
