import { asOfNow, type ChosenTimes } from "./chosen-times.js";

/** A query to begin with, what it tells, and when it is asked. */
export interface Example {
  readonly title: string;
  readonly query: string;
  readonly times: ChosenTimes;
}

const lastHour: ChosenTimes = { kind: "range", last: 3600 };
const lastDay: ChosenTimes = { kind: "range", last: 86_400 };

/** Queries that have a result on the demo cluster, from the simplest on; the last is one that has to be mended. */
export const examples: readonly Example[] = [
  { title: "Which targets answer when they are scraped", query: "up", times: asOfNow },
  {
    title: "How busy each node is, as a share of its processors",
    query: '1 - avg by (instance) (rate(node_cpu_seconds_total{mode="idle"}[5m]))',
    times: lastHour,
  },
  {
    title: "How much memory each namespace uses",
    query: 'sum by (namespace) (container_memory_working_set_bytes{container!=""})',
    times: lastDay,
  },
  {
    title: "Which containers were restarted within a day, the most often first",
    query: "topk(5, increase(kube_pod_container_status_restarts_total[24h]) > 0)",
    times: asOfNow,
  },
  {
    title: "How long 99 of 100 requests to the API server take at most, by verb",
    query: "histogram_quantile(0.99, sum by (le, verb) (rate(apiserver_request_duration_seconds_bucket[5m])))",
    times: lastHour,
  },
  {
    title: "Which file systems will be full in a day, if they fill as in the last six hours",
    query: 'predict_linear(node_filesystem_avail_bytes{fstype!="tmpfs"}[6h], 24 * 3600) < 0',
    times: asOfNow,
  },
  { title: "A query with a mistake, which is found and can be mended", query: "rate(node_load1[5m])", times: lastHour },
];
