import { describe, expect, test } from "vitest";
import { grouped } from "../../src/syntax/grouped.js";
import type { DemoSeries } from "../../src/demo/series.js";
import { countUpTo } from "../../src/demo/moments.js";
import { builtinMetrics } from "../../src/metrics/builtin.js";
import { demo, groupsWithout, labelOf, nameOf, series } from "./shared.js";

const typeOf = ({ family }: DemoSeries) => builtinMetrics.metric(family)?.type;
const wrong = (isWrong: (one: DemoSeries) => boolean) => series.filter(isWrong).map(nameOf);

/** What Prometheus adds to the labels of each target. */
const targetLabels = new Set(demo.targets.flatMap(({ labels }) => Object.keys(labels)));

describe("each series", () => {
  test("is of a family that the tables know, with its help", () => {
    expect(wrong(({ family }) => builtinMetrics.metric(family)?.help === undefined)).toEqual([]);
  });

  test("has a name that its type gives", () => {
    const suffixes = { histogram: ["_bucket", "_sum", "_count"], summary: ["", "_sum", "_count"] };
    expect(
      wrong((one) => {
        const type = typeOf(one);
        const allowed = type === "histogram" || type === "summary" ? suffixes[type] : [""];
        return !allowed.some((suffix) => labelOf(one, "__name__") === one.family + suffix);
      }),
    ).toEqual([]);
  });

  test("has labels of its exporter and of its target, and no others", () => {
    expect(
      wrong(({ family, labels }) => {
        const known = builtinMetrics.metric(family)?.labels;
        const added = ["__name__", "le", "quantile"];
        return known !== undefined && labels.some(([name]) => ![...known, ...added, ...targetLabels].includes(name));
      }),
    ).toEqual([]);
  });

  test("has labels of its own, sorted, none without a value", () => {
    expect(new Set(series.map(nameOf)).size).toBe(series.length);
    expect(wrong(({ labels }) => labels.some(([, value]) => value === ""))).toEqual([]);
    expect(wrong(({ labels }) => labels.some(([name], k) => k > 0 && name <= (labels[k - 1]?.[0] ?? "")))).toEqual([]);
  });

  test("has numbers at ascending times", () => {
    expect(wrong(({ times, values }) => times.length === 0 || times.length !== values.length)).toEqual([]);
    expect(wrong(({ times }) => times.some((time, k) => time <= (times[k - 1] ?? 0)))).toEqual([]);
    expect(wrong(({ values }) => !values.every(Number.isFinite))).toEqual([]);
  });
});

test("a series ends where its target was scraped without it, and where the target is down", () => {
  const [down] = demo.targets.filter((target) => target.down);
  const { since = 0 } = down?.down ?? {};
  for (const { ends, times } of series) expect(ends.filter((end) => times.includes(end))).toEqual([]);
  const ofDown = series.filter((one) => labelOf(one, "instance") === down?.labels["instance"]);
  const ended = ofDown.filter(({ ends }) => ends.length === 1 && (ends[0] ?? 0) >= since);
  expect(ended.length).toBe(ofDown.length - ofDown.filter(({ ends }) => ends.length === 0).length);
  expect(ofDown.filter(({ ends }) => ends.length === 0).map(({ family }) => family)).toEqual(
    expect.arrayContaining(["up", "scrape_duration_seconds"]),
  );
});

describe("counters", () => {
  const isCounter = (one: DemoSeries) => {
    const type = typeOf(one);
    return type === "counter" || type === "histogram" || (type === "summary" && labelOf(one, "quantile") === "");
  };
  const containers = demo.cluster.pods.flatMap((pod) => pod.containers);
  const startsUpTo = (time: number) =>
    containers.reduce((count, { starts, every }) => count + countUpTo(starts, time, every), 0);
  const drops = ({ times, values }: DemoSeries) =>
    [...times.keys()].slice(1).filter((k) => (values[k] ?? 0) < (values[k - 1] ?? 0));

  test("never fall but when a container is started", () => {
    const falls = (one: DemoSeries) =>
      drops(one).some((k) => startsUpTo(one.times[k] ?? 0) === startsUpTo(one.times[k - 1] ?? 0));
    expect(wrong((one) => isCounter(one) && falls(one))).toEqual([]);
  });

  test.each([
    ["process_cpu_seconds_total", "nginx", 1],
    ["nginx_http_requests_total", "nginx", 1],
    ["process_cpu_seconds_total", "node-exporter", 0],
    ["node_cpu_seconds_total", "node-exporter", 0],
  ])("%s of %s falls %d times in three hours", (name, job, times) => {
    const all = series.filter((one) => labelOf(one, "__name__") === name && labelOf(one, "job") === job);
    expect(all.length).toBeGreaterThan(0);
    expect(all.map((one) => drops(one).length)).toEqual(all.map(() => times));
  });

  test("are not negative", () => {
    expect(wrong((one) => isCounter(one) && one.values.some((value) => value < 0))).toEqual([]);
  });
});

describe("histograms", () => {
  const parts = groupsWithout(
    series.filter((one) => typeOf(one) === "histogram"),
    ...["le", "__name__"],
  );

  test("there are some of every kind of component", () => {
    const jobs = new Set(parts.map(([one]) => (one ? labelOf(one, "job") : "")));
    expect([...jobs].sort()).toEqual([
      ...[
        "apiserver",
        "coredns",
        "ingress-nginx-controller",
        "kcm-metrics",
        "ksh-metrics",
        "kube-prometheus-stack-prometheus",
      ],
      ...["kube-proxy", "kubelet"],
    ]);
  });

  test("bounds are written as a server keeps them", () => {
    const bounds = new Set(series.map((one) => labelOf(one, "le")));
    expect(bounds).toContain("1.0");
    expect([...bounds].filter((bound) => /^\d+$/.test(bound))).toEqual([]);
  });

  test("each bucket holds the ones below it, the last one all, and the sum fits the count", () => {
    const families = parts.flatMap((group) => groupsWithout(group, "le", "__name__"));
    for (const group of families) {
      for (const [family, all] of grouped(group, (one) => one.family)) {
        const buckets = all.filter((one) => labelOf(one, "le") !== "");
        const bounds = buckets.map((one) => Number(labelOf(one, "le").replace("+Inf", "Infinity")));
        expect(bounds, family).toEqual([...bounds].sort((a, b) => a - b));
        const [count, sum] = ["_count", "_sum"].map((end) =>
          all.find((one) => labelOf(one, "__name__") === family + end),
        );
        expect(buckets.at(-1)?.values, family).toEqual(count?.values);
        const isMore = (k: number, bucket: number) =>
          (buckets[bucket - 1]?.values[k] ?? 0) > (buckets[bucket]?.values[k] ?? 0);
        const scrapes = [...(count?.times.keys() ?? [])];
        expect(
          scrapes.filter((k) => bounds.some((_, bucket) => isMore(k, bucket))),
          family,
        ).toEqual([]);
        expect(
          scrapes.filter((k) => count?.values[k] === 0 && sum?.values[k] !== 0),
          family,
        ).toEqual([]);
      }
    }
  });
});
