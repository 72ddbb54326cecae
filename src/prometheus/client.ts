import type { PrometheusDriver } from "prometheus-query";
import type { ApiAnswer } from "./answer.js";
import { decodeQueryResult } from "./decode.js";
import { PrometheusError } from "./error.js";
import {
  type BuildInfo,
  decodeBuildInfo,
  decodeLabelValues,
  decodeMetadata,
  decodeTargets,
  type MetricMetadata,
  type Target,
} from "./facts.js";
import { excerpt } from "./printable.js";
import { ask, type Server } from "./request.js";
import type { QueryAnswer } from "./result.js";
import { parseServerUrl } from "./server-url.js";
import { UnexpectedShape } from "./shape.js";

/** Where a server is and how to ask it. */
export interface ConnectOptions {
  /** With scheme; a path is kept as prefix, and `user:password@` becomes basic authentication. */
  readonly url: string;
  /** Sent with every request, such as `Authorization` or `X-Scope-OrgID`. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Milliseconds for a request, 10,000 unless given. */
  readonly timeout?: number;
  /** Ends every request of the client. */
  readonly signal?: AbortSignal;
}

/** A server of Prometheus' HTTP API. Every method rejects with a {@link PrometheusError}. */
export interface PrometheusClient {
  /** The server's address without credentials, query and trailing slash. */
  readonly url: string;
  /** Evaluates a query at a time, now unless given. */
  readonly instantQuery: (query: string, time?: Date) => Promise<QueryAnswer>;
  /** Evaluates a query from `start` to `end`, every `step` seconds. */
  readonly rangeQuery: (query: string, start: Date, end: Date, step: number) => Promise<QueryAnswer>;
  /** What the targets say of their metric families, by name. */
  readonly metadata: () => Promise<ReadonlyMap<string, readonly MetricMetadata[]>>;
  /** The values of a label, of all series or of those that match one of the selectors. */
  readonly labelValues: (name: string, match?: readonly string[]) => Promise<readonly string[]>;
  /** The active targets. */
  readonly targets: () => Promise<readonly Target[]>;
  /** The version that the server runs. */
  readonly buildInfo: () => Promise<BuildInfo>;
}

const longestTimer = 2 ** 31 - 1;

/** A client of a server; no request is sent yet. Throws a {@link PrometheusError} of kind `bad-url`. */
export function connect(options: ConnectOptions): PrometheusClient {
  const { address, authorization } = parseServerUrl(options.url);
  const named = Object.keys(options.headers ?? {}).some((name) => name.toLowerCase() === "authorization");
  const server: Server = {
    address,
    headers: { ...(authorization && !named && { Authorization: authorization }), ...options.headers },
    timeout: Math.min(Math.max(Math.round(options.timeout ?? 10_000), 1), longestTimer),
    signal: options.signal,
  };

  const query = async (request: (driver: PrometheusDriver) => Promise<unknown>): Promise<QueryAnswer> => {
    const answer = await ask(server, request);
    const { warnings, infos } = answer;
    return { result: decoded(server, answer, decodeQueryResult), warnings, infos };
  };

  return {
    url: address,
    instantQuery: (text, time) => query((driver) => driver.instantQuery(text, time)),
    rangeQuery: (text, start, end, step) => query((driver) => driver.rangeQuery(text, start, end, step)),
    metadata: async () => decoded(server, await ask(server, (driver) => driver.metadata()), decodeMetadata),
    async labelValues(name, match = []) {
      const answer = await ask(server, (driver) => driver.labelValues(labelInPath(name), [...match]));
      return decoded(server, answer, decodeLabelValues);
    },
    async targets() {
      const answer = await ask(server, (driver) => driver.targets("active"), { state: "active" });
      return decoded(server, answer, decodeTargets);
    },
    buildInfo: async () => decoded(server, await ask(server, (driver) => driver.statusBuildinfo()), decodeBuildInfo),
  };
}

function decoded<T>(server: Server, answer: ApiAnswer, decode: (data: unknown) => T): T {
  try {
    return decode(answer.data);
  } catch (error) {
    if (!(error instanceof UnexpectedShape)) throw error;
    const message = `${server.address} does not speak Prometheus' API: in its answer ${excerpt(error.message, 200)}; check the address and the path`;
    throw new PrometheusError("not-prometheus", message);
  }
}

/** A label's name as part of a path: https://prometheus.io/docs/prometheus/latest/querying/api/#querying-label-values */
function labelInPath(name: string): string {
  if (/^[a-zA-Z_][a-zA-Z0-9_]*$/.test(name)) return name;
  const escaped = Array.from(name, (character) => {
    if (character === "_") return "__";
    return /[a-zA-Z0-9]/.test(character) ? character : `_${(character.codePointAt(0) ?? 0).toString(16)}_`;
  });
  return `U__${escaped.join("")}`;
}
