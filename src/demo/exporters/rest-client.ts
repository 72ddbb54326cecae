import type { Cluster } from "../cluster.js";
import { count, type Instrument } from "../instrument.js";
import { noise, scaled, signal, sinceStart, total } from "../signal.js";

/** A component that talks to the API server. */
export interface ApiClient {
  readonly starts: readonly number[];
  readonly perSecond: number;
  readonly host: string;
}

/** What components of Kubernetes tell about their requests to the API server. */
export function* restClient({ clock, seed }: Cluster, key: string, client: ApiClient): Generator<Instrument> {
  const jitter = noise(clock, `${seed} requests ${key}`);
  const rate = signal(clock, (_, k) => client.perSecond * Math.max(1 + 0.3 * (jitter[k] ?? 0), 0));
  const requests = sinceStart(total(clock, rate), client.starts);
  const parts = [
    ["200", "GET", 0.55],
    ["200", "PUT", 0.25],
    ["201", "POST", 0.17],
    ["404", "GET", 0.03],
  ] as const;
  for (const [code, method, part] of parts) {
    yield count("rest_client_requests_total", { code, method, host: client.host }, scaled(requests, part));
  }
}
