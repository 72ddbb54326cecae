import { describe, expect, test } from "vitest";
import { check } from "../../src/check/check.js";
import { createDemo } from "../../src/demo/demo.js";
import { demoSeries } from "../../src/demo/sample.js";
import { demo, now, series, seriesOf } from "./shared.js";

const minute = 60_000;

describe.each(demo.incidents.map((incident) => [incident.name, incident] as const))("%s", (name, incident) => {
  test("has a title, a story and queries that a server accepts", () => {
    expect(incident.title).not.toBe("");
    expect(incident.story).not.toBe("");
    expect(incident.queries.flatMap((query) => check(query))).toEqual([]);
    expect(incident.queries.length).toBeGreaterThan(0);
  });

  test("starts before now, and after what is simulated has begun", () => {
    expect(incident.since).toBeGreaterThan(now - 24 * 60 * minute);
    expect(incident.since).toBeLessThan(now - 20 * minute);
    if (incident.until !== undefined) expect(incident.until).toBeGreaterThan(incident.since);
  });

  test("is known by its own name", () => {
    expect(demo.cluster.incidents[name]).toBe(incident);
  });
});

test("at least five incidents are under way or just over, in the order in which they start", () => {
  expect(demo.incidents.length).toBeGreaterThanOrEqual(5);
  const starts = demo.incidents.map(({ since }) => since);
  expect(starts).toEqual([...starts].sort((a, b) => a - b));
});

/** How much the series of a metric grow in ten minutes, all together. */
function growth(name: string, labels: Readonly<Record<string, string>>, from: number): number {
  const at = ({ times, values }: (typeof series)[number], time: number) =>
    values[times.findLastIndex((each) => each <= time)] ?? 0;
  return seriesOf(name, labels).reduce((sum, one) => sum + at(one, from + 10 * minute) - at(one, from), 0);
}

const { incidents } = demo.cluster;

test.each([
  ["crash-looping-pod", "kube_pod_container_status_restarts_total", { container: "checkout" }, 1],
  ["no-pod-addresses", "awscni_no_available_ip_addresses", { instance: "192.168.3.41:61678" }, 60],
  ["no-pod-addresses", "kubelet_started_pods_errors_total", { instance: "192.168.3.41:10250" }, 60],
  ["slow-apiserver", "apiserver_request_total", { code: "504", instance: "192.168.3.105:443" }, 100],
  ["nginx-5xx", "nginx_ingress_controller_requests", { status: "502", service: "web" }, 1000],
  ["failed-queries", "coredns_dns_responses_total", { rcode: "SERVFAIL" }, 1000],
  ["failed-queries", "coredns_forward_healthcheck_broken_total", {}, 20],
  ["slow-apiserver", "workqueue_work_duration_seconds_sum", { job: "kcm-metrics" }, 50],
] as const)("%s: %s%o grows by %d and more, but not before", (name, metric, labels, least) => {
  expect(growth(metric, labels, incidents[name].since + minute)).toBeGreaterThanOrEqual(least);
  expect(growth(metric, labels, incidents[name].since - 11 * minute)).toBeLessThan(least / 10);
});

test("the memory of the crashing container comes near its limit and never exceeds it", () => {
  const labels = { container: "checkout" };
  const [memory] = seriesOf("container_memory_working_set_bytes", labels);
  const [limit] = seriesOf("container_spec_memory_limit_bytes", labels);
  const most = Math.max(...(memory?.values ?? []));
  expect(most).toBeLessThanOrEqual(limit?.values[0] ?? 0);
  expect(most).toBeGreaterThan(0.8 * (limit?.values[0] ?? 0));
});

test("the target that is down has no samples but those of Prometheus", () => {
  const { since } = incidents["target-down"];
  const down = series.filter(({ labels }) => labels.some(([, value]) => value === "192.168.2.118:10249"));
  const [up] = down.filter(({ family }) => family === "up");
  expect(up?.values.filter((_, k) => (up.times[k] ?? 0) >= since)).toEqual(new Float64Array(100));
  const later = down.filter(({ times }) => (times.at(-1) ?? 0) >= since).map(({ family }) => family);
  expect(later.sort()).toEqual([
    ...["scrape_duration_seconds", "scrape_samples_post_metric_relabeling", "scrape_samples_scraped"],
    ...["scrape_series_added", "up"],
  ]);
});

test("the disk that fills up is not full before now, and never more than full", () => {
  const later = createDemo({ now, recentHours: 0.1, olderHours: 0, hoursAfter: 12 });
  const node = later.targets.find(({ labels }) => labels["instance"] === "192.168.2.118:9100");
  const free = node?.instruments.find(
    ({ name, labels }) => name === "node_filesystem_avail_bytes" && labels["mountpoint"] === "/",
  );
  const at = (time: number) => (typeof free?.value === "function" ? free.value(time) : NaN);
  expect(at(now)).toBeGreaterThan(3e9);
  expect(at(now + 12 * 60 * minute)).toBeGreaterThanOrEqual(0);
  expect(at(now + 12 * 60 * minute)).toBeLessThan(1e8);
});

test("a longer history has the incident that starts first from its start", () => {
  const all = [...demoSeries(createDemo({ now, olderHours: 9 }))];
  const free = all.find(
    ({ family, labels }) =>
      family === "node_filesystem_avail_bytes" &&
      labels.some(([, value]) => value === "192.168.2.118:9100") &&
      labels.some(([name, value]) => name === "mountpoint" && value === "/"),
  );
  const [first = 0, last = 0] = [free?.values.at(0), free?.values.at(-1)];
  expect(last).toBeLessThan(first / 3);
});
