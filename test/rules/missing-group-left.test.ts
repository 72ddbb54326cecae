import { missingGroupLeft } from "../../rules/missing-group-left.js";
import { checkRule } from "./check-rule.js";

const ratio = (left: string, operator: string, right: string) =>
  `sum by (${left}) (a) ${operator} sum by (${right}) (b)`;

const share = (left: string, operator: string, right: string) =>
  `sum by (${left}) (a) ${operator} sum by (${right}) (a)`;

const modes = "sum by (job, mode) (node_cpu_seconds_total)";

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
    ratio("job, code", "/ on (job)", "job"),
    ratio("job, mode", "/ on (job)", "job"),
    ratio("pod, container", "* on (pod)", "pod"),
    ratio("le", "/ on ()", ""),
    "sum by (job, le) (rate(x_seconds[5m])) / on (job) sum by (job) (rate(b[5m]))",
    "sum by (job, code) (apiserver_request_total) / on (job) sum by (job) (b)",
    "sum by (instance, device) (node_disk_io_now) / on (instance) node_load1",
    "sum by (pod, container) (container_network_receive_bytes_total) / on (pod) sum by (pod) (b)",
    'sum by (pod, container) (container_memory_rss{pod="x"}) / on (pod) sum by (pod) (b)',
    'sum by (job, instance) (up{job="x"}) / on (job) count by (job) (x)',
    "sum by (job, instance) (prometheus_tsdb_head_series) / on (job) count by (job) (x)",
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
    [share("job, code", "/ on (job)", "job")]: ["on (job)"],
    [share("job", "/ on (job)", "job, code")]: ["on (job)"],
    [share("job, code", "> bool ignoring (code)", "job")]: ["ignoring (code)"],
    [share('job, "http.code"', "/ on (job)", "job")]: ["on (job)"],
    [`${modes} / on (job) sum by (job) (b)`]: ["on (job)"],
    [`${modes} / on (job) ${modes}`]: ["on (job)"],
    '(-sum by (job, "http.code", mode) (node_cpu_seconds_total{env!="dev"}) * 100) / on (job) sum by (job) (b)': [
      "on (job)",
    ],
    'sum by (pod, container) (container_memory_rss{job="x"}) * on (pod) sum by (pod) (b)': ["on (pod)"],
    "sum by (pod, container) (kube_pod_container_info) * on (pod) sum by (pod) (b)": ["on (pod)"],
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
    [share("job, code", "/ on (job)", "job")]:
      "review: sum by (job, code) (a) / on (job) group_left () sum by (job) (a)",
    [share("job", "/on(job)", "job, code")]: "review: sum by (job) (a) /on(job) group_right () sum by (job, code) (a)",
    [`${modes} # all\n/ on (job) # modes\n(b)`]: `review: ${modes} # all\n/ on (job) group_left () # modes\n(b)`,
    [`${modes} / on (job) ${modes}`]: "none",
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
    finds: {
      'sum by (job, mode) (node_cpu_seconds_total{job="$job"}) / on (job) sum by (job) (b)': ["on (job)"],
    },
  },
  { variables: "grafana" },
);
