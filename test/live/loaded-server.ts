import type { Ask } from "../analysis/label-property.js";
import { startSeriesServer } from "./series-server.js";

/** A real Prometheus that holds given series and scrapes nothing. */
export interface LoadedServer {
  /** The result of an instant query at a time in seconds since 1970, or why there is none. */
  readonly query: Ask;
  readonly stop: () => Promise<void>;
}

/** Starts a server in a folder of its own whose storage holds an OpenMetrics text with time stamps, or its parts. */
export async function startLoadedServer(openMetrics: string | Iterable<string>): Promise<LoadedServer> {
  const { url, stop } = await startSeriesServer(openMetrics, ["promql-experimental-functions"]);
  return { query: (query, time) => instantQuery(url, query, time), stop };
}

type Answer =
  | { readonly status: "error"; readonly error: string }
  | {
      readonly status: "success";
      readonly data: {
        readonly resultType: string;
        readonly result: readonly {
          readonly metric: Readonly<Record<string, string>>;
          readonly value?: readonly [number, string];
        }[];
      };
    };

async function instantQuery(url: string, query: string, time: number): ReturnType<Ask> {
  const body = new URLSearchParams({ query, time: String(time) });
  const response = await fetch(`${url}/api/v1/query`, { method: "POST", body });
  const answer = (await response.json()) as Answer;
  if (answer.status === "error") return { error: answer.error };
  if (answer.data.resultType !== "vector") return { error: `gives a ${answer.data.resultType}` };
  return answer.data.result.map(({ metric, value }) => ({
    labels: metric,
    value: value && Number(value[1].replace("Inf", "Infinity")),
  }));
}
