import type { Cluster } from "../cluster.js";
import { exponential, histogram } from "../histogram.js";
import { isUnderWay } from "../incidents.js";
import { count, type Instrument, single } from "../instrument.js";
import { noise, scaled, signal, sinceStart, total } from "../signal.js";

/** What one of the CoreDNS pods gives. */
export function* coreDns(cluster: Cluster, key: string, starts: readonly number[]): Generator<Instrument> {
  const { clock, seed, demand, incidents } = cluster;
  const server = { server: "dns://:53", view: "" };
  const zone = { ...server, zone: "." };
  const jitter = noise(clock, `${seed} dns ${key}`);
  const isFailing = (time: number) => isUnderWay(incidents["failed-queries"], time);
  const rate = (k: number) => (4 + 26 * (demand[k] ?? 0)) * Math.max(1 + 0.2 * (jitter[k] ?? 0), 0);
  const counted = (part: (time: number) => number) =>
    sinceStart(
      total(
        clock,
        signal(clock, (time, k) => part(time) * rate(k)),
      ),
      starts,
    );
  const all = counted(() => 1);
  const failed = counted((time) => (isFailing(time) ? 0.18 : 0.0005));
  const answered = counted((time) => (isFailing(time) ? 0.82 : 0.9995));

  for (const [type, part] of [
    ["A", 0.55],
    ["AAAA", 0.44],
    ["other", 0.01],
  ] as const) {
    yield count("coredns_dns_requests_total", { ...zone, family: "1", proto: "udp", type }, scaled(all, part));
  }
  const rcodes = [
    ["NOERROR", "forward", scaled(answered, 0.12)],
    ["NOERROR", "kubernetes", scaled(answered, 0.4)],
    ["NXDOMAIN", "kubernetes", scaled(answered, 0.48)],
    ["SERVFAIL", "forward", failed],
  ] as const;
  for (const [rcode, plugin, reading] of rcodes) {
    yield count("coredns_dns_responses_total", { ...zone, plugin, rcode, type: "A" }, scaled(reading, 0.55));
    yield count("coredns_dns_responses_total", { ...zone, plugin, rcode, type: "AAAA" }, scaled(reading, 0.45));
  }
  yield* histogram("coredns_dns_request_duration_seconds", { ...zone, type: "A" }, exponential(0.00025, 2, 16), [
    { count: scaled(answered, 0.49), median: 0.0003, steepness: 2.6 },
    { count: scaled(answered, 0.06), median: 0.004, steepness: 2.4 },
    { count: scaled(failed, 0.55), median: 2.2, steepness: 6 },
  ]);
  yield* histogram("coredns_dns_response_size_bytes", { ...zone, proto: "udp", type: "A" }, sizes, [
    { count: scaled(all, 0.55), median: 145, steepness: 5 },
  ]);
  const zones = { ...server, zones: "." };
  yield count("coredns_cache_requests_total", zones, scaled(answered, 0.3));
  yield count("coredns_cache_hits_total", { ...zones, type: "success" }, scaled(answered, 0.17));
  yield count("coredns_cache_hits_total", { ...zones, type: "denial" }, scaled(answered, 0.08));
  yield count("coredns_cache_misses_total", zones, scaled(answered, 0.05));
  yield single("coredns_cache_entries", { ...zones, type: "success" }, 214);
  yield single("coredns_cache_entries", { ...zones, type: "denial" }, 96);
  yield count("coredns_forward_healthcheck_broken_total", {}, scaled(failed, 0.01));
  yield single("coredns_panics_total", {}, 0);
  yield single("coredns_build_info", { goversion: "go1.23.3", revision: "26e9c5c", version: "1.11.4" }, 1);
}

/** Source: https://github.com/coredns/coredns/blob/master/plugin/metrics/vars/vars.go */
const sizes = [0, 100, 200, 300, 400, 511, 1023, 2047, 4095, 8291, 16_000, 32_000, 48_000, 64_000];
