import type { Cluster } from "./cluster.js";
import { cAdvisor } from "./exporters/cadvisor.js";
import { kubeApiserver } from "./exporters/kube-apiserver.js";
import { kubeControllerManager } from "./exporters/kube-controller-manager.js";
import { kubeScheduler } from "./exporters/kube-scheduler.js";
import { kubelet } from "./exporters/kubelet.js";
import { programMetrics, steady } from "./exporters/process.js";
import { prometheus } from "./exporters/prometheus.js";
import { grouped } from "../syntax/grouped.js";
import type { Pod } from "./pods.js";
import type { Reading } from "./signal.js";
import { podLabels, podTargets, programOf, stack } from "./pod-targets.js";
import type { Target } from "./target.js";

/** All that Prometheus scrapes in the demo cluster. Each series of a target has other labels. */
export function createTargets(cluster: Cluster): Target[] {
  const targets = [...nodeTargets(cluster), ...podTargets(cluster), ...controlPlane(cluster)];
  return [
    ...targets,
    ...cluster.pods.flatMap((pod) => (isPrometheus(pod) ? [prometheusTarget(cluster, pod, targets)] : [])),
  ];
}

function nodeTargets(cluster: Cluster): Target[] {
  return cluster.nodes.flatMap((node): Target[] => {
    const labels = {
      ...{ job: "kubelet", instance: `${node.ip}:10250`, node: node.name, namespace: "kube-system" },
      ...{ endpoint: "https-metrics", service: "kube-prometheus-stack-kubelet" },
    };
    const program = {
      ...{ key: `kubelet ${node.name}`, goVersion: "go1.23.4", starts: [node.booted], goroutines: 320 },
      ...{ cpu: steady(cluster, 0.035), memory: () => 92 * 2 ** 20 },
    };
    return [
      {
        labels: { ...labels, metrics_path: "/metrics" },
        ...{ path: "/metrics", interval: seconds(15) },
        instruments: [...kubelet(cluster, node), ...programMetrics(cluster, program)],
      },
      {
        labels: { ...labels, metrics_path: "/metrics/cadvisor" },
        ...{ path: "/metrics/cadvisor", interval: seconds(15) },
        instruments: [...cAdvisor(cluster, node)],
      },
    ];
  });
}

/** What EKS runs: two API servers, through which the metrics of the scheduler and the controller manager come. */
function controlPlane(cluster: Cluster): Target[] {
  const started = (hours: number) => [(cluster.nodes[0]?.booted ?? 0) - seconds(3600 * hours)];
  const program = (key: string, starts: readonly number[], cores: number, mebibytes: number) =>
    programMetrics(cluster, {
      ...{ key, goVersion: "go1.23.4", starts, goroutines: 900, cpu: steady(cluster, cores) },
      memory: () => mebibytes * 2 ** 20,
    });
  const servers = ["192.168.2.222", "192.168.3.105"].map((ip, k): Target => {
    const starts = started(1.1 + k);
    return {
      labels: {
        job: "apiserver",
        instance: `${ip}:443`,
        namespace: "default",
        service: "kubernetes",
        endpoint: "https",
      },
      ...{ path: "/metrics", interval: seconds(15) },
      instruments: [
        ...kubeApiserver(cluster, { key: ip, slow: k === 1, starts }),
        ...program(`apiserver ${ip}`, starts, 0.11, 310),
      ],
    };
  });
  const group = "/apis/metrics.eks.amazonaws.com/v1";
  return [
    ...servers,
    {
      labels: { job: "ksh-metrics", instance: "10.100.0.1:443" },
      ...{ path: `${group}/ksh/container/metrics`, interval: seconds(15) },
      instruments: [...kubeScheduler(cluster, started(1)), ...program("scheduler", started(1), 0.01, 58)],
    },
    {
      labels: { job: "kcm-metrics", instance: "10.100.0.1:443" },
      ...{ path: `${group}/kcm/container/metrics`, interval: seconds(15) },
      instruments: [
        ...kubeControllerManager(cluster, started(1)),
        ...program("controller manager", started(1), 0.03, 110),
      ],
    },
  ];
}

function isPrometheus({ workload }: Pod): boolean {
  return workload.name === `prometheus-${stack}-prometheus`;
}

function prometheusTarget(cluster: Cluster, pod: Pod, targets: readonly Target[]): Target {
  const [container] = pod.containers;
  if (!container) throw new Error("Prometheus has no container");
  const starts = container.starts;
  const samplesPerSecond = targets.reduce(
    (rate, { instruments, interval }) => rate + instruments.length / (interval / 1000),
    0,
  );
  const pools = grouped(targets, ({ labels }) => labels["job"] ?? "");
  return {
    labels: podLabels(pod, container, { job: `${stack}-prometheus`, endpoint: "http-web", port: 9090 }),
    ...{ path: "/metrics", interval: seconds(15) },
    instruments: [
      ...prometheus(cluster, { series: headSeries(targets), samplesPerSecond, targets: poolSizes(pools) }, starts),
      ...programOf(cluster, pod, container, 60),
    ],
  };
}

function poolSizes(pools: ReadonlyMap<string, readonly Target[]>): [string, number][] {
  return [...pools].map(([job, targets]) => [`serviceMonitor/monitoring/${job}/0`, targets.length]);
}

/** The series of all targets at a time, without those of Prometheus itself. */
function headSeries(targets: readonly Target[]): Reading {
  const instruments = targets.flatMap((target) => target.instruments);
  const lasting = instruments.filter(({ present }) => !present).length;
  const passing = instruments.flatMap(({ present }) => (present ? [present] : []));
  return (time) => lasting + passing.filter((present) => present(time)).length;
}

function seconds(value: number): number {
  return 1000 * value;
}
