import type { EmbeddedServer } from "../../src/embedded/embedded-server.js";
import type { QueryResult } from "../../src/prometheus/result.js";
import { PrometheusError, type Target } from "../../src/prometheus/index.js";
import { type FakeAnswer, refusal, type SeenRequest, success } from "./fake-server.js";

/** What a server in memory does not tell, and a real one does; what is missing is a page that is not there. */
export interface Pages {
  readonly flags?: Readonly<Record<string, string>>;
  /** YAML. */
  readonly config?: string;
  readonly runtime?: Readonly<Record<string, unknown>>;
  readonly build?: Readonly<Record<string, string>>;
}

/** Answers requests of Prometheus' HTTP API from series in memory. */
export function api(server: EmbeddedServer, { flags, config, runtime, build }: Pages = {}) {
  const page = (data: unknown): FakeAnswer => (data === undefined ? { status: 404 } : success(data));
  return async ({ path, parameters }: SeenRequest): Promise<FakeAnswer> => {
    const endpoint = path.replace(/^.*\/api\/v1\//, "");
    const match = parameters.getAll("match[]");
    try {
      switch (endpoint) {
        case "query":
          return success(shown((await server.instantQuery(parameters.get("query") ?? "")).result));
        case "metadata":
          return success(Object.fromEntries(await server.metadata()));
        case "label/__name__/values":
          return success(await server.labelValues("__name__", match));
        case "targets":
          return success({ activeTargets: (await server.targets()).map(shownTarget), droppedTargets: [] });
        case "status/buildinfo":
          return page(build);
        case "status/flags":
          return page(flags);
        case "status/runtimeinfo":
          return page(runtime);
        case "status/config":
          return page(config === undefined ? undefined : { yaml: config });
        default:
          return { status: 404 };
      }
    } catch (error) {
      if (!(error instanceof PrometheusError)) throw error;
      const status = error.kind === "bad-query" ? 400 : 422;
      return refusal(status, error.kind === "bad-query" ? "bad_data" : "execution", error.serverSays ?? error.message);
    }
  };
}

function shown(result: QueryResult): unknown {
  switch (result.type) {
    case "vector":
      return {
        resultType: "vector",
        result: result.series.map(({ labels, sample }) => ({
          metric: labels,
          value: [sample.time, "value" in sample ? String(sample.value) : "NaN"],
        })),
      };
    case "scalar":
      return { resultType: "scalar", result: [result.sample.time, String(result.sample.value)] };
    case "string":
      return { resultType: "string", result: [result.time, result.text] };
    case "matrix":
      return { resultType: "matrix", result: [] };
  }
}

function shownTarget({ scrapeInterval, ...target }: Target): unknown {
  return { ...target, ...(scrapeInterval !== undefined && { scrapeInterval: `${scrapeInterval}s` }) };
}
