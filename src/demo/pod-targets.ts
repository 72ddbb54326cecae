import type { Cluster } from "./cluster.js";
import { awsNode } from "./exporters/aws-node.js";
import { coreDns } from "./exporters/coredns.js";
import { ingressNginx } from "./exporters/ingress-nginx.js";
import { kubeProxy } from "./exporters/kube-proxy.js";
import { kubeStateMetrics } from "./exporters/kube-state-metrics.js";
import { nginxExporter } from "./exporters/nginx-exporter.js";
import { nodeExporter } from "./exporters/node-exporter.js";
import { programMetrics } from "./exporters/process.js";
import type { Instrument } from "./instrument.js";
import type { Container, Pod } from "./pods.js";
import type { Target } from "./target.js";

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

/** The name under which the chart kube-prometheus-stack was installed. */
export const stack = "kube-prometheus-stack";

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

/** The targets that are pods, but for Prometheus. */
export function podTargets(cluster: Cluster): Target[] {
  return cluster.pods.flatMap((pod): Target[] => {
    const scrape = podScrapes[pod.workload.name];
    const container = pod.containers.find(({ plan }) => !scrape?.container || plan.name === scrape.container);
    if (!scrape || !container) return [];
    const { job, endpoint } = scrape;
    const isDown = job === "kube-proxy" && pod.node.number === 1;
    return [
      {
        labels: podLabels(pod, container, { job, endpoint, port: scrape.port }),
        ...{ path: "/metrics", interval: 1000 * scrape.seconds },
        ...(isDown && { down: cluster.incidents["target-down"] }),
        instruments: [
          ...scrape.instruments(cluster, pod, container.starts),
          ...programOf(cluster, pod, container, scrape.goroutines),
        ],
      },
    ];
  });
}

/** The labels that the operator gives a target. */
export function podLabels(
  { namespace, name, ip, workload }: Pod,
  { plan }: Container,
  { job, endpoint, port }: { readonly job: string; readonly endpoint: string; readonly port: number },
) {
  return {
    ...{ job, instance: `${ip}:${port}`, namespace, pod: name, container: plan.name, endpoint },
    ...(workload.service && { service: workload.service.name }),
  };
}

/** What the program in a container tells of itself. */
export function programOf(cluster: Cluster, pod: Pod, { plan, cpu, memoryAt, starts }: Container, goroutines: number) {
  const key = `${pod.name} ${plan.name}`;
  return programMetrics(cluster, {
    ...{ key, goVersion: "go1.23.6", starts, goroutines, cpu },
    memory: memoryAt,
  });
}
