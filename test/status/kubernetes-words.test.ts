import { expect, test } from "vitest";
import { defaultRelabelRule } from "../../src/relabel/rule.js";
import { kubernetesMeaning, monitorOf } from "../../src/status/kubernetes-words.js";

const k = (name: string) => `__meta_kubernetes_${name}`;
const monitor = "serviceMonitor/web/nginx/0";

test.each([
  [monitor, { kind: "ServiceMonitor", name: "web/nginx" }],
  ["podMonitor/kube-system/aws-cni-metrics/1", { kind: "PodMonitor", name: "kube-system/aws-cni-metrics" }],
  ["probe/web/home", { kind: "Probe", name: "web/home" }],
  ["scrapeConfig/web/static", { kind: "ScrapeConfig", name: "web/static" }],
  ["node", undefined],
  ["constructor/a/b", undefined],
])("%s", (job, expected) => {
  expect(monitorOf(job)).toEqual(expected);
});

/** The job, the action, its labels, its pattern, and what it means. */
test.each([
  [
    ...[monitor, "keep", [k("service_label_app"), k("service_labelpresent_app")], "(nginx);true"],
    "the ServiceMonitor `web/nginx` wants the label `app` = `nginx` on the service",
  ],
  [
    ...[monitor, "keep", [k("service_label_app_kubernetes_io_name"), k("service_labelpresent_app_kubernetes_io_name")]],
    ...[
      "(a|b);true",
      "the ServiceMonitor `web/nginx` wants the label `app.kubernetes.io/name` = `a` or `b` on the service",
    ],
  ],
  [
    ...[monitor, "drop", [k("service_labelpresent_test")], "true"],
    "the ServiceMonitor `web/nginx` refuses the label `test` on the service",
  ],
  [
    ...["podMonitor/a/b/0", "keep", [k("pod_container_port_number")], "9113"],
    "the PodMonitor `a/b` wants the port `9113`",
  ],
  [
    ...["podMonitor/a/b/0", "drop", [k("pod_phase")], "(Failed|Succeeded)"],
    "the PodMonitor `a/b` refuses pods in the phase `Failed` or `Succeeded`",
  ],
  [
    ...["apiserver", "keep", [k("namespace"), k("service_name"), k("endpoint_port_name")], "default;kubernetes;https"],
    "the job wants the namespace `default`, and the service `kubernetes`, and a port that is called `https`",
  ],
  [
    ...["pods", "keep", [k("pod_annotation_prometheus_io_scrape")], "true"],
    "the job wants the annotation `prometheus.io/scrape` = `true` on the pod",
  ],
  ["pods", "drop", [k("pod_container_init")], "true", "the job refuses init containers"],
  ["pods", "keep", [k("pod_container_port_name")], ".*-metrics", undefined],
  ["pods", "keep", ["job"], "pods", undefined],
  ["pods", "replace", [k("namespace")], "a", undefined],
] as const)("%s %s %j %s", (job, action, sourceLabels, regex, expected) => {
  expect(kubernetesMeaning(job, { ...defaultRelabelRule, action, sourceLabels, regex })).toBe(expected);
});
