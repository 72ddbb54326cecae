import type { Cluster } from "../cluster.js";
import { defaultBounds, exponential, histogram } from "../histogram.js";
import { count, type Instrument, single } from "../instrument.js";
import { podsOf } from "../node-load.js";
import type { Node } from "../nodes.js";
import type { Pod } from "../pods.js";
import { passingPods } from "../passing-pods.js";
import { level, scaled, signal, sinceStart, sum, total } from "../signal.js";
import { restClient } from "./rest-client.js";
import { steady } from "./process.js";

/** What the kubelet of a node gives besides the metrics of cAdvisor. */
export function* kubelet(cluster: Cluster, node: Node): Generator<Instrument> {
  const pods = podsOf(cluster, node);
  const running = (pod: Pod, time: number) => !pod.isWaiting && pod.created <= time;
  const containers = pods.flatMap((pod) => pod.containers);
  yield single("kubelet_node_name", { node: node.name }, 1);
  yield single("kubelet_running_pods", {}, (time) => pods.filter((pod) => running(pod, time)).length);
  const runningContainers = (time: number) => containers.filter(({ runs }) => runs(time)).length;
  yield single("kubelet_running_containers", { container_state: "running" }, runningContainers);
  yield* pleg(cluster, node, containers.length);
  yield* starts(cluster, node, pods);
  yield* runtime(cluster, node);
  yield* volumes(cluster, pods);
  yield* restClient(cluster, `kubelet ${node.name}`, { starts: [node.booted], perSecond: 1.6, host: "10.100.0.1:443" });
  yield single("kubelet_certificate_manager_server_ttl_seconds", {}, (time) => certificateLeft(time - node.booted));
  yield single("kubelet_node_config_error", {}, 0);
}

/** Seconds that a certificate of a year has left at an age in milliseconds; it is renewed when four fifths are over. */
function certificateLeft(age: number): number {
  const year = 31_536_000;
  return year - (Math.floor(age / 1000) % (0.8 * year));
}

/** The kubelet looks at all containers once a second. */
function* pleg(cluster: Cluster, { booted }: Node, containers: number): Generator<Instrument> {
  const looks = sinceStart(total(cluster.clock, steady(cluster, 0.98)), [booted]);
  yield* histogram("kubelet_pleg_relist_duration_seconds", {}, defaultBounds, [
    { count: looks, median: 0.003 + 0.0005 * containers, steepness: 4 },
  ]);
}

function* starts(cluster: Cluster, node: Node, pods: readonly Pod[]): Generator<Instrument> {
  const { clock, incidents } = cluster;
  const passing = sinceStart(total(clock, passingPods(cluster, node)), [node.booted]);
  const begun = (time: number) =>
    pods.filter(({ created, isWaiting }) => !isWaiting && created <= time).length + passing(time);
  yield count("kubelet_started_pods_total", {}, begun);
  yield single("kubelet_started_pods_errors_total", {}, (time) => {
    const waiting = pods.filter(({ isWaiting }) => isWaiting).length;
    return Math.floor((waiting * Math.max(time - incidents["no-pod-addresses"].since, 0)) / 14_000);
  });
  const bounds = [
    0.5, 1, 2, 3, 4, 5, 6, 8, 10, 20, 30, 45, 60, 120, 180, 240, 300, 360, 480, 600, 900, 1200, 1800, 2700, 3600,
  ];
  yield* histogram("kubelet_pod_start_duration_seconds", {}, bounds, [{ count: begun, median: 1.8, steepness: 2.5 }]);
}

function* runtime(cluster: Cluster, node: Node): Generator<Instrument> {
  const { clock, incidents } = cluster;
  const { name, booted, number } = node;
  const often = (perSecond: number) => steady(cluster, perSecond * (1 + 0.02 * (name.length % 3)));
  const rates = {
    container_status: often(1.1),
    exec_sync: often(0.4),
    list_containers: often(2.2),
    podsandbox_status: often(0.7),
    run_podsandbox: passingPods(cluster, node),
  };
  for (const [operation_type, usual] of Object.entries(rates)) {
    const isHit = operation_type === "run_podsandbox" && number === 2;
    const failing = signal(clock, (time) => (isHit && time >= incidents["no-pod-addresses"].since ? 2 / 14 : 0));
    const operations = sinceStart(total(clock, sum(clock, [usual, failing])), [booted]);
    yield count("kubelet_runtime_operations_total", { operation_type }, operations);
    yield count(
      "kubelet_runtime_operations_errors_total",
      { operation_type },
      sinceStart(total(clock, failing), [booted]),
    );
    const observations = [
      { count: operations, median: operation_type === "run_podsandbox" ? 0.6 : 0.004, steepness: 3 },
    ];
    if (operation_type !== "exec_sync") continue;
    yield* histogram(
      "kubelet_runtime_operations_duration_seconds",
      { operation_type },
      exponential(0.005, 2.5, 14),
      observations,
    );
  }
}

function* volumes(cluster: Cluster, pods: readonly Pod[]): Generator<Instrument> {
  for (const {
    namespace,
    workload: { claim },
  } of pods) {
    if (!claim) continue;
    const labels = { namespace, persistentvolumeclaim: `${claim.name}-0` };
    const size = claim.gibibytes * 2 ** 30 * 0.98;
    const grown = (time: number) => Math.min(0.22 + (0.02 * (time - cluster.clock.start)) / 86_400_000, 0.97);
    const wave = scaled(level(cluster.clock, cluster.demand), 0.004);
    const used = (time: number) => 4096 * Math.floor((size * (grown(time) + wave(time))) / 4096);
    const whole = 4096 * Math.floor(size / 4096);
    yield single("kubelet_volume_stats_capacity_bytes", labels, whole);
    yield single("kubelet_volume_stats_used_bytes", labels, used);
    yield single("kubelet_volume_stats_available_bytes", labels, (time) => whole - used(time));
    const inodes = claim.gibibytes * 65_536;
    yield single("kubelet_volume_stats_inodes", labels, inodes);
    yield single("kubelet_volume_stats_inodes_used", labels, 1420);
    yield single("kubelet_volume_stats_inodes_free", labels, inodes - 1420);
  }
}
