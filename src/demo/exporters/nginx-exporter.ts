import type { Cluster } from "../cluster.js";
import { count, type Instrument, single } from "../instrument.js";
import { level, noise, scaled, signal, sinceStart, total } from "../signal.js";

/** What the NGINX exporter gives of one nginx that serves files. */
export function* nginxExporter(cluster: Cluster, key: string, starts: readonly number[]): Generator<Instrument> {
  const { clock, seed, demand } = cluster;
  const jitter = noise(clock, `${seed} nginx ${key}`);
  const rate = signal(clock, (_, k) => 22 * (demand[k] ?? 0) * Math.max(1 + 0.25 * (jitter[k] ?? 0), 0.05));
  const requests = sinceStart(total(clock, rate), starts);
  const connections = scaled(requests, 0.4);
  yield single("nginx_up", {}, 1);
  yield count("nginx_http_requests_total", {}, requests);
  yield count("nginx_connections_accepted", {}, connections);
  yield count("nginx_connections_handled", {}, connections);
  const now = level(clock, rate);
  const [reading, writing, waiting] = [0.03, 0.12, 0.6].map((part) => (time: number) => Math.floor(part * now(time)));
  if (!reading || !writing || !waiting) return;
  yield single("nginx_connections_reading", {}, reading);
  yield single("nginx_connections_writing", {}, (time) => 1 + writing(time));
  yield single("nginx_connections_waiting", {}, waiting);
  yield single("nginx_connections_active", {}, (time) => reading(time) + 1 + writing(time) + waiting(time));
  const build = {
    branch: "HEAD",
    goarch: "amd64",
    goos: "linux",
    goversion: "go1.22.12",
    tags: "unknown",
    version: "1.4.1",
  };
  yield single("nginx_exporter_build_info", { ...build, revision: "8da901c" }, 1);
}
