import type { Cluster } from "../cluster.js";
import { histogram, type Observations } from "../histogram.js";
import { isUnderWay } from "../incidents.js";
import { count, type Instrument, single } from "../instrument.js";
import { level, noise, type Reading, scaled, signal, sinceStart, total } from "../signal.js";
import { apiGates, type ApiServer } from "./api-gates.js";

/** What one of the API servers gives; one of them is slow during an incident. */
export function* kubeApiserver(cluster: Cluster, server: ApiServer): Generator<Instrument> {
  for (const kind of kinds) yield* requests(cluster, server, kind);
  yield* inFlight(cluster, server);
  yield* apiGates(cluster, server);
  yield* etcd(cluster, server);
  for (const [resource, objects] of Object.entries({
    pods: cluster.pods.length,
    nodes: 3,
    configmaps: 41,
    secrets: 23,
  })) {
    yield single("apiserver_storage_objects", { resource }, objects);
  }
  yield single("apiserver_storage_size_bytes", { storage_cluster_id: "etcd-0" }, 14_901_248);
  const version = {
    git_version: "v1.32.0-eks-5ca49cb",
    major: "1",
    minor: "32",
    platform: "linux/amd64",
    go_version: "go1.23.4",
  };
  const build = { build_date: "2025-01-25T19:24:52Z", compiler: "gc", git_commit: "dd21d9b", git_tree_state: "clean" };
  yield single("kubernetes_build_info", { ...version, ...build }, 1);
}

/** Requests of one kind. */
interface RequestKind {
  readonly verb: string;
  readonly resource: string;
  readonly scope: string;
  readonly group: string;
  readonly perSecond: number;
  /** The usual duration, in seconds. */
  readonly median: number;
  readonly code: string;
}

const kinds: readonly RequestKind[] = [
  {
    verb: "GET",
    resource: "leases",
    scope: "resource",
    group: "coordination.k8s.io",
    perSecond: 3.1,
    median: 0.004,
    code: "200",
  },
  {
    verb: "PUT",
    resource: "leases",
    scope: "resource",
    group: "coordination.k8s.io",
    perSecond: 2.9,
    median: 0.009,
    code: "200",
  },
  { verb: "LIST", resource: "pods", scope: "cluster", group: "", perSecond: 0.4, median: 0.03, code: "200" },
  {
    verb: "POST",
    resource: "subjectaccessreviews",
    scope: "cluster",
    group: "authorization.k8s.io",
    perSecond: 0.8,
    median: 0.003,
    code: "201",
  },
];

/** Source: https://github.com/kubernetes/kubernetes/blob/master/staging/src/k8s.io/apiserver/pkg/endpoints/metrics/metrics.go */
const bounds = [0.005, 0.025, 0.05, 0.1, 0.2, 0.4, 0.6, 0.8, 1, 1.25, 1.5, 2, 3, 4, 5, 6, 8, 10, 15, 20, 30, 45, 60];

function* requests(cluster: Cluster, server: ApiServer, kind: RequestKind): Generator<Instrument> {
  const { clock, seed, incidents } = cluster;
  const { verb, resource, scope, group, perSecond, median, code } = kind;
  const jitter = noise(clock, `${seed} apiserver ${server.key} ${verb} ${resource}`);
  const isSlow = (time: number) => server.slow && isUnderWay(incidents["slow-apiserver"], time);
  const rate = (time: number, k: number) =>
    perSecond * Math.max(1 + 0.25 * (jitter[k] ?? 0), 0.05) * (isSlow(time) ? 0.8 : 1);
  const counted = (part: (time: number) => number): Reading =>
    sinceStart(
      total(
        clock,
        signal(clock, (time, k) => part(time) * rate(time, k)),
      ),
      server.starts,
    );
  const [quick, slow, late, lost] = [
    counted((time) => (isSlow(time) ? 0.35 : 0.998)),
    counted((time) => (isSlow(time) ? 0.6 : 0)),
    counted((time) => (isSlow(time) ? 0.05 : 0)),
    counted((time) => (isSlow(time) ? 0 : 0.002)),
  ];
  const labels = { verb, resource, scope, group, version: "v1", component: "apiserver", subresource: "" };
  yield count("apiserver_request_total", { ...labels, code, dry_run: "" }, (time) => quick(time) + slow(time));
  yield count("apiserver_request_total", { ...labels, code: "504", dry_run: "" }, late);
  yield count("apiserver_request_total", { ...labels, code: verb === "PUT" ? "409" : "404", dry_run: "" }, lost);
  const durations: Observations[] = [
    { count: (time) => quick(time) + lost(time), median, steepness: 3 },
    { count: slow, median: 1.4, steepness: 4 },
    { count: late, median: 34, steepness: 9 },
  ];
  yield* histogram("apiserver_request_duration_seconds", { ...labels, dry_run: "" }, bounds, durations);
  if (verb === "LIST" || resource === "subjectaccessreviews") return;
  yield* histogram("apiserver_request_sli_duration_seconds", labels, bounds, durations);
}

function* inFlight({ clock, seed, incidents, demand }: Cluster, { key, slow }: ApiServer): Generator<Instrument> {
  const jitter = level(clock, noise(clock, `${seed} in flight ${key}`));
  const work = level(clock, demand);
  const factor = (time: number) => (slow && isUnderWay(incidents["slow-apiserver"], time) ? 9 : 1);
  const usual = { readOnly: 1.6, mutating: 0.9 };
  for (const [request_kind, requests] of Object.entries(usual)) {
    yield count("apiserver_current_inflight_requests", { request_kind }, (time) =>
      Math.max(factor(time) * requests * (0.6 + work(time) + 0.4 * jitter(time)), 0),
    );
  }
}

function* etcd(cluster: Cluster, { key, slow, starts }: ApiServer): Generator<Instrument> {
  const { clock, seed, incidents } = cluster;
  for (const [operation, type, perSecond] of [
    ["get", "/registry/leases/", 4],
    ["update", "/registry/leases/", 3],
  ] as const) {
    const jitter = noise(clock, `${seed} etcd ${key} ${operation}`);
    const isSlow = (time: number) => slow && isUnderWay(incidents["slow-apiserver"], time);
    const counted = (part: (time: number) => number) =>
      sinceStart(
        total(
          clock,
          signal(clock, (time, k) => part(time) * perSecond * Math.max(1 + 0.2 * (jitter[k] ?? 0), 0)),
        ),
        starts,
      );
    const late = counted((time) => (isSlow(time) ? 0.6 : 0));
    const quick = counted((time) => (isSlow(time) ? 0.4 : 1));
    yield count("etcd_requests_total", { operation, type }, (time) => quick(time) + late(time));
    yield count("etcd_request_errors_total", { operation, type }, scaled(late, 0.04));
    yield* histogram("etcd_request_duration_seconds", { operation, type }, bounds, [
      { count: quick, median: 0.004, steepness: 3.2 },
      { count: late, median: 1.2, steepness: 4 },
    ]);
  }
}
