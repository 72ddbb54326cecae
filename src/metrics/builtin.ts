import { awsVpcCni } from "./builtin/aws-vpc-cni.js";
import { cAdvisor } from "./builtin/cadvisor.js";
import { clientLibraries } from "./builtin/client.js";
import { coreDns } from "./builtin/coredns.js";
import { ingressNginx } from "./builtin/ingress-nginx.js";
import { kubeApiserver } from "./builtin/kube-apiserver.js";
import { kubeControllerManager } from "./builtin/kube-controller-manager.js";
import { kubeProxy } from "./builtin/kube-proxy.js";
import { kubeScheduler } from "./builtin/kube-scheduler.js";
import { kubeStateMetrics } from "./builtin/kube-state-metrics.js";
import { kubelet } from "./builtin/kubelet.js";
import { kubernetes } from "./builtin/kubernetes.js";
import { nginxExporter } from "./builtin/nginx-exporter.js";
import { nodeExporter } from "./builtin/node-exporter.js";
import { prometheus } from "./builtin/prometheus.js";
import { scrapes } from "./builtin/scrape.js";
import { type MetricTable, tableMetrics } from "./builtin/table.js";
import type { Metrics } from "./metrics.js";

/** What is known without asking anybody, a table for each exporter. */
export const metricTables: readonly MetricTable[] = [
  scrapes,
  clientLibraries,
  nodeExporter,
  kubeStateMetrics,
  cAdvisor,
  kubelet,
  kubernetes,
  kubeApiserver,
  kubeControllerManager,
  kubeProxy,
  kubeScheduler,
  coreDns,
  awsVpcCni,
  nginxExporter,
  ingressNginx,
  prometheus,
];

/** What is known without asking anybody; a table is read on the first question for a name that begins like its names. */
export const builtinMetrics: Metrics = tableMetrics(metricTables);
