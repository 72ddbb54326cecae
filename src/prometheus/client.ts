import type { PrometheusDriver } from "prometheus-query";
import type { ApiAnswer } from "./answer.js";
import { decodeQueryResult } from "./decode.js";
import { PrometheusError } from "./error.js";
import {
  type BuildInfo,
  decodeBuildInfo,
  decodeLabelNames,
  decodeLabelValues,
  decodeMetadata,
  decodeSeries,
  decodeTargetMetadata,
  type MetricMetadata,
  type TargetMetadata,
} from "./facts.js";
import { excerpt } from "./printable.js";
import { ask, type RequestDetails } from "./request.js";
import type { Labels, QueryAnswer } from "./result.js";
import { type ActiveAlert, decodeAlerts, decodeRules, type RuleGroup } from "./rules.js";
import type { Server } from "./server.js";
import { UnexpectedShape } from "./shape.js";
import {
  type Alertmanagers,
  decodeAlertmanagers,
  decodeConfig,
  decodeFlags,
  decodeRuntimeInfo,
  decodeTsdbStatus,
  type RuntimeInfo,
  type TsdbStatus,
} from "./status.js";
import {
  decodeScrapePools,
  decodeServiceDiscovery,
  decodeTargets,
  type ServiceDiscovery,
  type Target,
} from "./targets.js";

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
  /** What each target says of a metric family. */
  readonly targetMetadata: (metric: string) => Promise<readonly TargetMetadata[]>;
  /** The label sets that match one of the selectors and have a sample between `start` and `end`. */
  readonly series: (match: readonly string[], start: Date, end: Date, limit?: number) => Promise<readonly Labels[]>;
  /** The names of labels, of all series or of those that match one of the selectors. */
  readonly labelNames: (match?: readonly string[], within?: Within) => Promise<readonly string[]>;
  /** The values of a label, of all series or of those that match one of the selectors. */
  readonly labelValues: (name: string, match?: readonly string[], within?: Within) => Promise<readonly string[]>;
  /** The active targets. */
  readonly targets: () => Promise<readonly Target[]>;
  /** The active and the dropped targets. */
  readonly serviceDiscovery: () => Promise<ServiceDiscovery>;
  /** The names of the jobs in the configuration; Prometheus 2.42 and newer tell them. */
  readonly scrapePools: () => Promise<readonly string[]>;
  /** The groups of rules, with their health and their alerts. */
  readonly rules: () => Promise<readonly RuleGroup[]>;
  /** The alerts that are pending or firing. */
  readonly alerts: () => Promise<readonly ActiveAlert[]>;
  /** The Alertmanagers to which alerts are sent. */
  readonly alertmanagers: () => Promise<Alertmanagers>;
  /** The configuration in use, as YAML in which the server has hidden the secrets. */
  readonly config: () => Promise<string>;
  /** The flags of the command line, by name without dashes, also those with their default. */
  readonly flags: () => Promise<ReadonlyMap<string, string>>;
  /** The version that the server runs. */
  readonly buildInfo: () => Promise<BuildInfo>;
  /** How the server runs. */
  readonly runtimeInfo: () => Promise<RuntimeInfo>;
  /** What fills its database; `limit` names of each kind, 10 unless given. */
  readonly tsdb: (limit?: number) => Promise<TsdbStatus>;
}

/** A part of what is stored. */
export interface Within {
  readonly start?: Date;
  readonly end?: Date;
  /** How many there may be in the answer, from Prometheus 2.53 on; the server warns where there are more. */
  readonly limit?: number;
}

/** A client of a server; no request is sent yet. It runs in a browser too. */
export function clientOf(server: Server): PrometheusClient {
  const query = async (request: (driver: PrometheusDriver) => Promise<unknown>): Promise<QueryAnswer> => {
    const answer = await ask(server, request);
    const { warnings, infos } = answer;
    return { result: decoded(server, answer, decodeQueryResult), warnings, infos };
  };
  const facts = async <T>(
    request: (driver: PrometheusDriver) => Promise<unknown>,
    decode: (data: unknown) => T,
    details?: RequestDetails,
  ): Promise<T> => decoded(server, await ask(server, request, details), decode);

  return {
    url: server.address,
    instantQuery: (text, time) => query((driver) => driver.instantQuery(text, time)),
    rangeQuery: (text, start, end, step) => query((driver) => driver.rangeQuery(text, start, end, step)),
    metadata: () => facts((driver) => driver.metadata(), decodeMetadata),
    targetMetadata: (metric) =>
      facts(
        (driver) => driver.targetsMetadata("", metric),
        (data) => decodeTargetMetadata(data, metric),
      ),
    series: (match, start, end, limit) =>
      facts((driver) => driver.series([...match], start, end), decodeSeries, limited(limit)),
    labelNames: (match = [], { start, end, limit } = {}) =>
      facts((driver) => driver.labelNames([...match], start, end), decodeLabelNames, limited(limit)),
    labelValues: (name, match = [], { start, end, limit } = {}) =>
      facts(
        (driver) => driver.labelValues(labelInPath(name), [...match], start, end),
        decodeLabelValues,
        limited(limit),
      ),
    targets: () => facts((driver) => driver.targets(), decodeTargets, { parameters: { state: "active" } }),
    serviceDiscovery: () => facts((driver) => driver.targets(), decodeServiceDiscovery),
    scrapePools: () => facts((driver) => driver.status(), decodeScrapePools, { endpoint: "scrape_pools" }),
    rules: () => facts((driver) => driver.rules(), decodeRules),
    alerts: () => facts((driver) => driver.alerts(), decodeAlerts),
    alertmanagers: () => facts((driver) => driver.alertmanagers(), decodeAlertmanagers),
    config: () => facts((driver) => driver.status(), decodeConfig),
    flags: () => facts((driver) => driver.statusFlags(), decodeFlags),
    buildInfo: () => facts((driver) => driver.statusBuildinfo(), decodeBuildInfo),
    runtimeInfo: () => facts((driver) => driver.statusRuntimeInfo(), decodeRuntimeInfo),
    tsdb: (limit) => facts((driver) => driver.statusTSDB(), decodeTsdbStatus, limited(limit)),
  };
}

function limited(limit: number | undefined): RequestDetails {
  return { parameters: { limit: limit?.toString() } };
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
