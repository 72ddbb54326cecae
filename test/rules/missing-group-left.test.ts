import { missingGroupLeft } from "../../rules/missing-group-left.js";
import { checkRule } from "./check-rule.js";

const ratio = (left: string, operator: string, right: string) =>
  `sum by (${left}) (a) ${operator} sum by (${right}) (b)`;

checkRule(missingGroupLeft, {
  silent: [
    "a / b",
    "a / on (job) b",
    "sum by (job, code) (a) / sum by (job) (a)",
    ratio("job, code", "/ on (job) group_left ()", "job"),
    ratio("job, code", "/ on (job, code)", "job, code"),
    ratio("job, code", "and on (job)", "job"),
    ratio("namespace, pod, node", "/ on (namespace, pod)", "namespace, pod"),
    ratio("job, instance", "/ on (job)", "job"),
    ratio("job, team", "/ on (job)", "job"),
    ratio("pod, container", "* on (container)", "container"),
    ratio("device, mountpoint", "/ on (mountpoint)", "mountpoint"),
    ratio("job, unit, resource", "/ on (job, unit)", "job, unit"),
    ratio("team, container", "/ on (team)", "team"),
    'sum by (job, code) (a{code="200"}) / on (job) sum by (job) (b)',
    'sum by (job, code) (a{code=~"5.."}) / on (job) sum by (job) (b)',
    'sum by (pod, container) (a{app="x"}) / on (pod) sum by (pod) (b)',
    "sum by (job, code) (a > 0) / on (job) sum by (job) (b)",
    "(sum by (job, code) (a) > 0) / on (job) sum by (job) (b)",
    "topk by (job) (1, sum by (job, code) (a)) / on (job) sum by (job) (b)",
    "sum by (job, code) (topk(1, a)) / on (job) sum by (job) (b)",
    "sum by (job, code) (sum by (job) (a)) / on (job) sum by (job) (b)",
    "sum without (pod) (a) / on (job) sum by (job) (b)",
    'count_values by (job, code) ("value", a) / on (job) sum by (job) (b)',
    "a - ignoring (code) b",
    'kube_pod_info{created_by_kind="DaemonSet"} * on (node) kube_node_info',
    "kube_pod_info * on (namespace, pod) kube_pod_owner",
    '(kube_pod_status_phase{phase="Running"} == 1) * on (namespace, pod) kube_pod_info',
    "(kube_pod_status_phase == 1) * on (namespace, pod) kube_pod_info",
    'node_filesystem_avail_bytes{mountpoint="/"} / on (instance) node_memory_MemTotal_bytes',
    "max(a) * on () b",
    "max by (job, team) (a) / on (job) max by (job) (a)",
    "sum by (job, team) (a) / on (job) sum by (job) (b)",
    'sum by (job, team) (a{x="1"}) / on (job) sum by (job) (a)',
    "sum by (job, x, team) (a) / on (job, x) sum by (job) (a)",
  ],
  finds: {
    [ratio("job, code", "/ on (job)", "job")]: ["on (job)"],
    [ratio("job", "/ on (job)", "job, code")]: ["on (job)"],
    [ratio("job, code", "> bool ignoring (code)", "job")]: ["ignoring (code)"],
    [ratio("le", "/ on ()", "")]: ["on ()"],
    [ratio("pod, container", "* on (pod)", "pod")]: ["on (pod)"],
    [ratio("job, code", "/ on (job)", "job, method")]: ["on (job)"],
    '(-sum by (job, "http.code", code) (a{env!="dev"}) * 100) / on (job) sum by (job) (b)': ["on (job)"],
    "abs(sum by (job, le) (rate(x_bucket[5m]))) / on (job) sum by (job) (rate(x_count[5m]))": ["on (job)"],
    "rate(x_bucket[5m]) / on (job, instance) rate(x_count[5m])": ["on (job, instance)"],
    "sum by (job, team) (a) / on (job) sum by (job) ( a )": ["on (job)"],
    "sum by (team) (a) / on () sum(a)": ["on ()"],
    "kube_pod_info * on (node) kube_node_info": ["on (node)"],
    "kube_node_info * on (node) kube_pod_info": ["on (node)"],
    "kube_pod_status_phase * on (namespace, pod) kube_pod_info": ["on (namespace, pod)"],
    "rate(node_cpu_seconds_total[5m]) / on (instance) node_load1": ["on (instance)"],
    "node_cpu_seconds_total / ignoring (cpu, mode) node_load1": ["ignoring (cpu, mode)"],
    "sum by (namespace, pod) (kube_pod_info) / on (namespace) sum by (namespace) (x)": ["on (namespace)"],
    "sum by (job, instance) (up) / on (job) count by (job) (x)": ["on (job)"],
  },
  fixes: {
    [ratio("job, code", "/ on (job)", "job")]:
      "review: sum by (job, code) (a) / on (job) group_left () sum by (job) (b)",
    [ratio("job", "/on(job)", "job, code")]: "review: sum by (job) (a) /on(job) group_right () sum by (job, code) (b)",
    "sum by (job, code) (a) # all\n/ on (job) # codes\n(b)":
      "review: sum by (job, code) (a) # all\n/ on (job) group_left () # codes\n(b)",
    [ratio("job, code", "/ on (job)", "job, method")]: "none",
  },
});

checkRule(
  missingGroupLeft,
  {
    silent: [
      ratio("job, $by", "/ on (job)", "job"),
      ratio("job, code", "/ on ($labels)", "job"),
      'sum by (job, code) (a{code="$code"}) / on (job) sum by (job) (b)',
      "sum by (job, code) (a{$matchers}) / on (job) sum by (job) (b)",
      "sum by (job, code) ($a) / on (job) $b",
    ],
    finds: { 'sum by (job, code) (a{job="$job"}) / on (job) sum by (job) (b)': ["on (job)"] },
  },
  { variables: "grafana" },
);
