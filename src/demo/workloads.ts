/** What a container is to get and uses. CPU in cores, memory in mebibytes. */
export interface ContainerPlan {
  readonly name: string;
  readonly image: string;
  readonly cpu: { readonly request: number; readonly limit?: number; readonly idle: number; readonly busy: number };
  readonly memory: { readonly request: number; readonly limit?: number; readonly used: number };
  /** Hours before now at which it was started again. */
  readonly restarted?: readonly number[];
}

/** Pods of one kind, and the nodes on which they run, by number. */
export interface WorkloadPlan {
  readonly namespace: string;
  readonly kind: "Deployment" | "DaemonSet" | "StatefulSet";
  readonly name: string;
  readonly nodes: readonly number[];
  /** Pods that only start with the incident without pod addresses. */
  readonly added?: number;
  readonly hostNetwork?: true;
  readonly service?: { readonly name: string; readonly type: "ClusterIP" | "NodePort" | "LoadBalancer" };
  readonly claim?: { readonly name: string; readonly gibibytes: number };
  readonly containers: readonly ContainerPlan[];
}

/** What runs in the demo cluster, when all is well. */
export const workloads: readonly WorkloadPlan[] = [
  {
    namespace: "kube-system",
    kind: "DaemonSet",
    name: "aws-node",
    nodes: [0, 1, 2],
    hostNetwork: true,
    containers: [container("aws-node", "amazon-k8s-cni:v1.19.2", [0.025, undefined, 0.004, 0.001], [0, undefined, 42])],
  },
  {
    namespace: "kube-system",
    kind: "DaemonSet",
    name: "kube-proxy",
    nodes: [0, 1, 2],
    hostNetwork: true,
    containers: [container("kube-proxy", "eks/kube-proxy:v1.32.0", [0.1, undefined, 0.002, 0.002], [0, undefined, 31])],
  },
  {
    namespace: "kube-system",
    kind: "Deployment",
    name: "coredns",
    nodes: [0, 1],
    service: { name: "kube-dns", type: "ClusterIP" },
    containers: [
      {
        ...container("coredns", "eks/coredns:v1.11.4", [0.1, undefined, 0.003, 0.02], [70, 170, 28]),
        restarted: [5.2],
      },
    ],
  },
  {
    namespace: "monitoring",
    kind: "DaemonSet",
    name: "kube-prometheus-stack-prometheus-node-exporter",
    nodes: [0, 1, 2],
    hostNetwork: true,
    service: { name: "kube-prometheus-stack-prometheus-node-exporter", type: "ClusterIP" },
    containers: [container("node-exporter", "prometheus/node-exporter:v1.9.0", [0.02, 0.2, 0.004, 0], [24, 64, 19])],
  },
  {
    namespace: "monitoring",
    kind: "StatefulSet",
    name: "prometheus-kube-prometheus-stack-prometheus",
    nodes: [1],
    service: { name: "kube-prometheus-stack-prometheus", type: "ClusterIP" },
    claim: { name: "prometheus-kube-prometheus-stack-prometheus-db", gibibytes: 30 },
    containers: [
      container("prometheus", "prometheus/prometheus:v3.1.0", [0.2, undefined, 0.08, 0.05], [512, 1500, 640]),
      container(
        "config-reloader",
        "prometheus-operator/prometheus-config-reloader:v0.80.0",
        [0.01, undefined, 0.001, 0],
        [25, 50, 17],
      ),
    ],
  },
  {
    namespace: "monitoring",
    kind: "Deployment",
    name: "kube-prometheus-stack-kube-state-metrics",
    nodes: [0],
    service: { name: "kube-prometheus-stack-kube-state-metrics", type: "ClusterIP" },
    containers: [
      container(
        "kube-state-metrics",
        "kube-state-metrics/kube-state-metrics:v2.15.0",
        [0.02, undefined, 0.006, 0],
        [64, 128, 38],
      ),
    ],
  },
  {
    namespace: "monitoring",
    kind: "StatefulSet",
    name: "kube-prometheus-stack-grafana",
    nodes: [0],
    service: { name: "kube-prometheus-stack-grafana", type: "ClusterIP" },
    containers: [
      {
        ...container("grafana", "grafana/grafana:11.5.1", [0.05, undefined, 0.008, 0.01], [128, 400, 155]),
        restarted: [7.4],
      },
    ],
  },
  {
    namespace: "ingress-nginx",
    kind: "Deployment",
    name: "ingress-nginx-controller",
    nodes: [1],
    service: { name: "ingress-nginx-controller", type: "LoadBalancer" },
    containers: [
      container("controller", "ingress-nginx/controller:v1.12.0", [0.1, undefined, 0.01, 0.12], [90, undefined, 130]),
    ],
  },
  {
    namespace: "default",
    kind: "Deployment",
    name: "nginx",
    nodes: [0, 1],
    service: { name: "nginx", type: "NodePort" },
    containers: [
      { ...container("nginx", "bitnami/nginx:1.27.4", [0.1, 0.3, 0.002, 0.06], [64, 128, 18]), restarted: [2.1] },
      {
        ...container("metrics", "bitnami/nginx-exporter:1.4.1", [0.02, undefined, 0.001, 0], [32, 64, 12]),
        restarted: [2.1],
      },
    ],
  },
  {
    namespace: "shop",
    kind: "Deployment",
    name: "web",
    nodes: [0, 1, 2],
    service: { name: "web", type: "ClusterIP" },
    containers: [container("web", "shop/web:2.14.0", [0.2, 0.5, 0.01, 0.3], [192, 384, 170])],
  },
  {
    namespace: "shop",
    kind: "Deployment",
    name: "cart",
    nodes: [0, 2],
    service: { name: "cart", type: "ClusterIP" },
    containers: [
      { ...container("cart", "shop/cart:1.9.3", [0.1, 0.25, 0.005, 0.18], [128, 256, 105]), restarted: [14.5] },
    ],
  },
  {
    namespace: "shop",
    kind: "Deployment",
    name: "checkout",
    nodes: [1],
    service: { name: "checkout", type: "ClusterIP" },
    containers: [container("checkout", "shop/checkout:3.2.1", [0.1, 0.5, 0.008, 0.1], [128, 256, 120])],
  },
  {
    namespace: "shop",
    kind: "StatefulSet",
    name: "postgres",
    nodes: [0],
    service: { name: "postgres", type: "ClusterIP" },
    claim: { name: "data-postgres", gibibytes: 20 },
    containers: [container("postgres", "postgres:17.2", [0.25, undefined, 0.02, 0.15], [512, 1024, 430])],
  },
  {
    namespace: "shop",
    kind: "Deployment",
    name: "worker",
    nodes: [2],
    added: 5,
    containers: [container("worker", "shop/worker:1.4.0", [0.1, 0.5, 0.06, 0.05], [96, 192, 84])],
  },
];

function container(
  name: string,
  image: string,
  [request, limit, idle, busy]: readonly [number, number | undefined, number, number],
  [reserved, most, used]: readonly [number, number | undefined, number],
): ContainerPlan {
  return {
    name,
    image,
    cpu: { request, ...(limit !== undefined && { limit }), idle, busy },
    memory: { request: reserved, ...(most !== undefined && { limit: most }), used },
  };
}
