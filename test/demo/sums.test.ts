import { describe, expect, test } from "vitest";
import { groupsWithout, labelOf, nameOf, series, seriesOf, sumOf } from "./shared.js";

const nodes = ["192.168.1.57", "192.168.2.118", "192.168.3.41"];
const rounded = (values: Iterable<number>) => [...values].map((value) => Math.round(value));

describe.each(nodes)("node %s", (ip) => {
  const instance = { instance: `${ip}:9100` };

  test("the modes of a core add up to the time that goes by", () => {
    for (const core of groupsWithout(seriesOf("node_cpu_seconds_total", instance), "mode")) {
      const times = [...sumOf(core)];
      const [start] = times;
      const offset = start && start[1] - start[0] / 1000;
      expect(times.filter(([time, sum]) => Math.abs(sum - time / 1000 - (offset ?? NaN)) > 0.1)).toEqual([]);
      expect(offset).toBeLessThan(0);
    }
  });

  test("free, used, cached and the rest of the memory never exceed the whole", () => {
    const names = ["MemFree", "Cached", "Buffers", "Slab", "AnonPages"];
    const parts = names.flatMap((name) => seriesOf(`node_memory_${name}_bytes`, instance));
    const [all] = seriesOf("node_memory_MemTotal_bytes", instance);
    expect(parts).toHaveLength(names.length);
    expect([...sumOf(parts).values()].filter((sum) => sum > (all?.values[0] ?? 0))).toEqual([]);
    const [free, available] = ["MemFree", "MemAvailable"].map(
      (name) => seriesOf(`node_memory_${name}_bytes`, instance)[0],
    );
    expect(free?.values.every((bytes, k) => bytes > 0 && bytes < (available?.values[k] ?? 0))).toBe(true);
  });

  test("a file system has no more space free than it has", () => {
    for (const size of seriesOf("node_filesystem_size_bytes", instance)) {
      const [free] = seriesOf("node_filesystem_avail_bytes", { ...instance, mountpoint: labelOf(size, "mountpoint") });
      expect(free?.values.every((bytes) => bytes >= 0 && bytes <= (size.values[0] ?? 0))).toBe(true);
    }
  });

  test("its containers use less CPU and memory than it", () => {
    const kubelet = { instance: `${ip}:10250` };
    const inPods = (name: string) => seriesOf(name, kubelet).filter((one) => labelOf(one, "container") !== "");
    const [memory] = seriesOf("container_memory_working_set_bytes", { ...kubelet, id: "/" });
    const used = sumOf(inPods("container_memory_working_set_bytes"));
    expect(memory?.values.every((bytes, k) => (used.get(memory.times[k] ?? 0) ?? 0) < bytes)).toBe(true);
    const [all] = seriesOf("container_cpu_usage_seconds_total", { ...kubelet, id: "/" });
    const steady = inPods("container_cpu_usage_seconds_total").filter(
      ({ times }) => times.length === all?.times.length,
    );
    const grownBy = (values: Float64Array | undefined) => (values?.at(-1) ?? 0) - (values?.at(0) ?? 0);
    expect(steady.reduce((sum, { values }) => sum + Math.max(grownBy(values), 0), 0)).toBeLessThan(
      grownBy(all?.values),
    );
  });

  test("a pod uses what its containers use", () => {
    const all = seriesOf("container_memory_working_set_bytes", { instance: `${ip}:10250`, namespace: "shop" });
    for (const group of groupsWithout(all, "container", "id", "image", "name")) {
      const [pod, ...containers] = group;
      const sums = sumOf(containers);
      const off = [...(pod?.times ?? [])].filter(
        (time, k) => Math.abs((sums.get(time) ?? 0) - (pod?.values[k] ?? 0)) > 4096,
      );
      expect(off).toEqual([]);
    }
  });
});

describe("kube-state-metrics", () => {
  test.each(["cpu", "memory"])("pods ask for less %s than their node can give", (resource) => {
    for (const allocatable of seriesOf("kube_node_status_allocatable", { resource })) {
      const node = labelOf(allocatable, "node");
      const requested = sumOf(seriesOf("kube_pod_container_resource_requests", { resource, node }));
      expect(requested.size).toBeGreaterThan(0);
      expect(Math.max(...requested.values())).toBeLessThan(allocatable.values[0] ?? 0);
    }
  });

  test.each([
    ["kube_pod_status_phase", "phase"],
    ["kube_pod_status_ready", "condition"],
    ["kube_node_status_condition", "status"],
    ["kube_namespace_status_phase", "phase"],
    ["kube_persistentvolumeclaim_status_phase", "phase"],
  ])("of %s one %s holds at a time", (name, label) => {
    for (const group of groupsWithout(seriesOf(name), label)) {
      expect(new Set(sumOf(group).values()), group.map(nameOf).join("\n")).toEqual(new Set([1]));
    }
  });

  test("a deployment has as many pods as it says", () => {
    const deployments = seriesOf("kube_deployment_status_replicas");
    expect(deployments.length).toBeGreaterThan(5);
    for (const deployment of deployments) {
      const name = labelOf(deployment, "deployment");
      const sets = seriesOf("kube_replicaset_owner", { owner_name: name }).map((one) => labelOf(one, "replicaset"));
      const pods = sets.flatMap((set) => seriesOf("kube_pod_owner", { owner_name: set }));
      expect([...sumOf(pods).values()], name).toEqual([...deployment.values]);
    }
  });
});

test("the addresses of a node are those of its interfaces and pods", () => {
  for (const all of seriesOf("awscni_assigned_ip_addresses")) {
    const instance = { instance: labelOf(all, "instance") };
    for (const name of ["awscni_assigned_ip_per_eni", "awscni_assigned_ip_per_cidr"]) {
      expect([...sumOf(seriesOf(name, instance)).values()], name).toEqual([...all.values]);
    }
    const [total] = seriesOf("awscni_total_ip_addresses", instance);
    const [most] = seriesOf("awscni_ip_max", instance);
    expect(Math.max(...all.values)).toBeLessThanOrEqual(total?.values[0] ?? 0);
    expect(total?.values[0]).toBeLessThanOrEqual(most?.values[0] ?? 0);
  }
});

test("each request of CoreDNS is a hit or a miss of its cache, and has an answer", () => {
  const requests = seriesOf("coredns_cache_requests_total");
  expect(requests).toHaveLength(2);
  for (const asked of requests) {
    const instance = { instance: labelOf(asked, "instance") };
    for (const names of [
      ["coredns_cache_hits_total", "coredns_cache_misses_total"],
      ["coredns_dns_requests_total"],
      ["coredns_dns_responses_total"],
    ]) {
      const parts = names.flatMap((name) => seriesOf(name, instance));
      const sums = [...sumOf(parts).values()];
      // Each counter is rounded down by itself.
      const isOff = (sum: number, k: number) => Math.abs(sum - (asked.values[k] ?? NaN)) > parts.length;
      expect(sums, names.join()).toHaveLength(asked.values.length);
      expect(sums.filter(isOff), names.join()).toEqual([]);
    }
  }
});

test("the pods that kubelets start are those that get a node, and an address unless they need none", () => {
  const growth = (name: string, labels = {}) =>
    seriesOf(name, labels).reduce((sum, { values }) => sum + (values.at(-1) ?? 0) - (values[0] ?? 0), 0);
  const started = growth("kubelet_started_pods_total");
  const refused = growth("awscni_no_available_ip_addresses");
  expect(started).toBeGreaterThan(30);
  expect(Math.abs(growth("awscni_add_ip_req_count") - refused - started)).toBeLessThan(5);
  expect(Math.abs(growth("scheduler_schedule_attempts_total", { result: "scheduled" }) - started)).toBeLessThan(5);
});

test("no container uses more memory than its limit", () => {
  const limits = seriesOf("container_spec_memory_limit_bytes").filter(({ values }) => (values[0] ?? 0) > 0);
  expect(limits.length).toBeGreaterThan(20);
  for (const limit of limits) {
    const labels = { pod: labelOf(limit, "pod"), container: labelOf(limit, "container") };
    const [used] = seriesOf("container_memory_usage_bytes", labels);
    expect(Math.max(...(used?.values ?? [NaN])), labels.container).toBeLessThanOrEqual(limit.values[0] ?? 0);
  }
});

test("active connections of nginx are reading, writing or waiting", () => {
  for (const active of seriesOf("nginx_connections_active")) {
    const instance = { instance: labelOf(active, "instance") };
    const parts = ["reading", "writing", "waiting"].flatMap((state) =>
      seriesOf(`nginx_connections_${state}`, instance),
    );
    expect(rounded(sumOf(parts).values())).toEqual([...active.values]);
  }
});

describe("scrapes", () => {
  const meta = [
    "up",
    "scrape_duration_seconds",
    "scrape_samples_scraped",
    "scrape_samples_post_metric_relabeling",
    "scrape_series_added",
  ];

  test.each(seriesOf("up").map((up): [string, typeof up] => [`${labelOf(up, "job")} ${labelOf(up, "instance")}`, up]))(
    "%s: as many samples as it says, none while it is down",
    (_, up) => {
      const target = Object.fromEntries(up.labels.filter(([name]) => name !== "__name__"));
      const [scraped] = seriesOf("scrape_samples_scraped", target);
      const isOf = (one: (typeof series)[number]) =>
        ["job", "instance", ...(target["metrics_path"] ? ["metrics_path"] : [])].every(
          (name) => labelOf(one, name) === target[name],
        );
      const counts = new Map([...up.times].map((time) => [time, 0]));
      for (const one of series) {
        if (!isOf(one) || meta.includes(one.family)) continue;
        for (const time of one.times) counts.set(time, (counts.get(time) ?? 0) + 1);
      }
      expect([...counts.values()]).toEqual([...(scraped?.values ?? [])]);
      expect(up.values.every((value, k) => (value === 1) === (scraped?.values[k] ?? 0) > 0)).toBe(true);
    },
  );
});
