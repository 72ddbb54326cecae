import type { Cluster } from "./cluster.js";
import { awsNode } from "./exporters/aws-node.js";
import { cAdvisor } from "./exporters/cadvisor.js";
import { coreDns } from "./exporters/coredns.js";
import { ingressNginx } from "./exporters/ingress-nginx.js";
import { kubeApiserver } from "./exporters/kube-apiserver.js";
import { kubeControllerManager } from "./exporters/kube-controller-manager.js";
import { kubeProxy } from "./exporters/kube-proxy.js";
import { kubeScheduler } from "./exporters/kube-scheduler.js";
import { kubeStateMetrics } from "./exporters/kube-state-metrics.js";
import { kubelet } from "./exporters/kubelet.js";
import { nginxExporter } from "./exporters/nginx-exporter.js";
import { nodeExporter } from "./exporters/node-exporter.js";
import { programMetrics, steady } from "./exporters/process.js";
import { prometheus } from "./exporters/prometheus.js";
import { groupBy } from "./group-by.js";
import type { Instrument } from "./instrument.js";
import type { Container, Pod } from "./pods.js";
import type { Reading } from "./signal.js";
import type { Target } from "./target.js";

/** All that Prometheus scrapes in the demo cluster. Each series of a target has other labels. */
export function createTargets(cluster: Cluster): Target[] {
  const targets = [...nodeTargets(cluster), ...podTargets(cluster), ...controlPlane(cluster)];
  return [
    ...targets,
    ...cluster.pods.flatMap((pod) => (isPrometheus(pod) ? [prometheusTarget(cluster, pod, targets)] : [])),
  ];
}

const seconds = (value: number) => 1000 * value;

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

/** How the pods of a workload are scraped. */
interface PodScrape {
  readonly job: string;
  readonly port: number;
  readonly endpoint: string;
  readonly seconds: number;
  /** Which container answers, if not the first. */
  readonly container?: string;
  readonly goroutines: number;
  readonly instruments: (cluster: Cluster, pod: Pod, starts: readonly number[]) => Iterable<Instrument>;
}

const stack = "kube-prometheus-stack";

/** By the name of the workload. */
const podScrapes: Readonly<Record<string, PodScrape>> = {
  "aws-node": {
    ...{ job: "aws-node", port: 61_678, endpoint: "metrics", seconds: 30, goroutines: 40 },
    instruments: (cluster, { node }, starts) => awsNode(cluster, node, starts),
  },
  "kube-proxy": {
    ...{ job: "kube-proxy", port: 10_249, endpoint: "http-metrics", seconds: 15, goroutines: 60 },
    instruments: (cluster, { node }, starts) => kubeProxy(cluster, node, starts),
  },
  coredns: {
    ...{ job: "coredns", port: 9153, endpoint: "http-metrics", seconds: 15, goroutines: 45 },
    instruments: (cluster, { name }, starts) => coreDns(cluster, name, starts),
  },
  [`${stack}-prometheus-node-exporter`]: {
    ...{ job: "node-exporter", port: 9100, endpoint: "http-metrics", seconds: 15, goroutines: 9 },
    instruments: (cluster, { node }) => nodeExporter(cluster, node),
  },
  [`${stack}-kube-state-metrics`]: {
    ...{ job: "kube-state-metrics", port: 8080, endpoint: "http", seconds: 15, goroutines: 130 },
    instruments: (cluster) => kubeStateMetrics(cluster),
  },
  nginx: {
    ...{ job: "nginx", port: 9113, endpoint: "metrics", seconds: 10, container: "metrics", goroutines: 10 },
    instruments: (cluster, { name }, starts) => nginxExporter(cluster, name, starts),
  },
  "ingress-nginx-controller": {
    ...{ job: "ingress-nginx-controller", port: 10_254, endpoint: "metrics", seconds: 15, goroutines: 90 },
    instruments: (cluster, pod, starts) => ingressNginx(cluster, pod, starts),
  },
};

function podTargets(cluster: Cluster): Target[] {
  return cluster.pods.flatMap((pod): Target[] => {
    const scrape = podScrapes[pod.workload.name];
    const container = pod.containers.find(({ plan }) => !scrape?.container || plan.name === scrape.container);
    if (!scrape || !container) return [];
    const { job, endpoint } = scrape;
    const isDown = job === "kube-proxy" && pod.node.number === 1;
    return [
      {
        labels: podLabels(pod, container, { job, endpoint, port: scrape.port }),
        ...{ path: "/metrics", interval: seconds(scrape.seconds) },
        ...(isDown && { down: cluster.incidents["target-down"] }),
        instruments: [
          ...scrape.instruments(cluster, pod, container.starts),
          ...programOf(cluster, pod, container, scrape.goroutines),
        ],
      },
    ];
  });
}

function podLabels(
  { namespace, name, ip, workload }: Pod,
  { plan }: Container,
  { job, endpoint, port }: { readonly job: string; readonly endpoint: string; readonly port: number },
) {
  return {
    ...{ job, instance: `${ip}:${port}`, namespace, pod: name, container: plan.name, endpoint },
    ...(workload.service && { service: workload.service.name }),
  };
}

function programOf(cluster: Cluster, pod: Pod, { plan, cpu, memoryAt, starts }: Container, goroutines: number) {
  const key = `${pod.name} ${plan.name}`;
  return programMetrics(cluster, {
    ...{ key, goVersion: "go1.23.6", starts, goroutines, cpu },
    memory: memoryAt,
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
  const pools = groupBy(targets, ({ labels }) => labels["job"] ?? "");
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
