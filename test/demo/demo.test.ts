import { describe, expect, test } from "vitest";
import { createDemo } from "../../src/demo/demo.js";
import { type IncidentName, isUnderWay, lastTime } from "../../src/demo/incidents.js";
import type { Instrument } from "../../src/demo/instrument.js";
import { demoSeries } from "../../src/demo/sample.js";
import { instrumentsAt, targetName } from "../../src/demo/target.js";
import { targetText } from "../../src/demo/text.js";
import { builtinMetrics } from "../../src/metrics/builtin.js";
import { labelOf, now, seriesOf } from "./shared.js";

const hour = 3_600_000;

test("the same options give the same series, another seed gives others", () => {
  const all = (seed: string) => [...demoSeries(createDemo({ now, seed, recentHours: 0.1, olderHours: 0.5 }))];
  const [one, two, other] = [all("a"), all("a"), all("b")];
  expect(two).toEqual(one);
  expect(other).not.toEqual(one);
  expect(other.map(({ family }) => family)).toEqual(one.map(({ family }) => family));
});

test("27 hours are of 2,000 to 4,000 series, whose arrays take less than 50 MB", () => {
  const all = [...demoSeries(createDemo({ now }))];
  expect(all.length).toBeGreaterThan(2000);
  expect(all.length).toBeLessThanOrEqual(4000);
  const buffers = new Set(all.flatMap(({ times, values }) => [times.buffer, values.buffer]));
  const bytes = [...buffers].reduce((sum, { byteLength }) => sum + byteLength, 0);
  expect(bytes).toBeLessThan(50_000_000);
});

test.each([
  ["node-exporter", 15],
  ["kube-state-metrics", 15],
  ["kubelet", 15],
  ["apiserver", 15],
  ["nginx", 10],
  ["aws-node", 30],
])("%s is scraped every %d s, and once a minute before the last 3 hours", (job, seconds) => {
  const demo = createDemo({ now, olderHours: 2 });
  const [up] = [...demoSeries(demo)].filter((one) => labelOf(one, "job") === job && labelOf(one, "__name__") === "up");
  const times = [...(up?.times ?? [])];
  const steps = (from: number, to: number) => {
    const within = times.filter((time) => time >= from && time <= to);
    return new Set(within.slice(1).map((time, k) => (time - (within[k] ?? 0)) / 1000));
  };
  expect(steps(now - 3 * hour, now)).toEqual(new Set([seconds]));
  expect(steps(now - 5 * hour, now - 3 * hour - 1)).toEqual(new Set([60]));
  expect(times.at(0)).toBeLessThan(now - 5 * hour + 60_000);
  expect(times.at(-1)).toBeGreaterThan(now - 1000 * seconds);
});

test.each([
  ["node-exporter", 3],
  ["kubelet", 6],
  ["kube-proxy", 3],
  ["aws-node", 3],
  ["apiserver", 2],
  ["coredns", 2],
  ["nginx", 2],
  ["kube-state-metrics", 1],
  ["ingress-nginx-controller", 1],
  ["ksh-metrics", 1],
  ["kcm-metrics", 1],
  ["kube-prometheus-stack-prometheus", 1],
])("%s has %d targets", (job, count) => {
  expect(seriesOf("up", { job })).toHaveLength(count);
});

test("from a time on, the series have the same samples and no others", () => {
  const short = createDemo({ now, recentHours: 0.5, olderHours: 1.5 });
  const from = now - 0.25 * hour;
  const expected = [...demoSeries(short)].flatMap(({ times, values, ...series }) => {
    const first = times.findIndex((time) => time >= from);
    const ends = series.ends.filter((end) => end > (times[first] ?? 0));
    return first < 0 ? [] : [{ ...series, ends, times: times.slice(first), values: values.slice(first) }];
  });
  const cut = [...demoSeries(short, from)].map(({ values, ...series }) => ({ ...series, values: values.slice() }));
  expect(cut).toEqual(expected);
  expect([...demoSeries(short, now + 1)]).toEqual([]);
});

test("there is more to do in the evening than in the night", () => {
  const demo = createDemo({ now });
  const [requests] = [...demoSeries(demo)].filter(
    (one) => labelOf(one, "__name__") === "nginx_ingress_controller_requests",
  );
  const grown = (hoursAgo: number) => {
    const at = (time: number) => requests?.values[requests.times.findLastIndex((each) => each <= time)] ?? 0;
    return at(now - (hoursAgo - 1) * hour) - at(now - hoursAgo * hour);
  };
  // 20:00 and 08:00 in Seoul
  expect(grown(1)).toBeGreaterThan(3 * grown(13));
});

describe("served for days", () => {
  const endless = createDemo({ now, recentHours: 0.1, olderHours: 0, hoursAfter: 24 });
  const day = 24 * hour;

  /** The value of each series of all targets, by its target and labels. */
  const valuesAt = (time: number) =>
    new Map(
      endless.targets.flatMap((target) =>
        instrumentsAt(target, time).map((instrument) => {
          const { value } = instrument;
          return [instrument, typeof value === "number" ? value : value(time)] as const;
        }),
      ),
    );
  const isCounter = ({ family, name }: Instrument) => {
    const type = builtinMetrics.metric(family)?.type;
    return type === "counter" || (type === "histogram" && name !== family);
  };

  test("each day has the same series, and its counters grow as on the day before", () => {
    const [first, second, third] = [1, 101, 102].map((days) => valuesAt(now + days * day + 7000));
    expect([...(second?.keys() ?? [])]).toEqual([...(third?.keys() ?? [])]);
    const fallen = [...(third ?? [])].filter(([one, value]) => isCounter(one) && value < (second?.get(one) ?? 0));
    expect(fallen).toEqual([]);
    const requests = [...(first?.keys() ?? [])].filter(({ name }) => name === "nginx_http_requests_total");
    expect(requests).toHaveLength(2);
    for (const one of requests) {
      const daily = (third?.get(one) ?? 0) - (second?.get(one) ?? 0);
      expect(daily).toBeGreaterThan(500_000);
      expect(((second?.get(one) ?? 0) - (first?.get(one) ?? 0)) / 100 / daily).toBeCloseTo(1, 3);
    }
  });

  test("no counter falls or leaps where a day is repeated, but where a container starts", () => {
    const times = Array.from({ length: 12 }, (_, k) => now + day + (k - 5) * 15_000);
    const all = times.map(valuesAt);
    const wrong = [...(all[0]?.keys() ?? [])].filter((one) => {
      if (!isCounter(one) || one.labels["container"] === "checkout") return false;
      const grown = all.slice(1).map((values, k) => (values.get(one) ?? 0) - (all[k]?.get(one) ?? 0));
      return grown.some((growth) => growth < 0 || growth > 20 * (grown[0] ?? 0) + 1e6);
    });
    expect(wrong).toEqual([]);
  });

  test.each<[IncidentName, number]>([
    ["nginx-5xx", 2 * hour],
    ["failed-queries", 3 * hour],
  ])("%s is under way again each time after %d ms", (name, every) => {
    const incident = endless.cluster.incidents[name];
    const { since, until = since } = incident;
    for (const later of [0, 1, 12, 1200].map((times) => times * every)) {
      expect(isUnderWay(incident, since + later - 1)).toBe(false);
      expect(isUnderWay(incident, since + later)).toBe(true);
      expect(isUnderWay(incident, until + later)).toBe(false);
      expect(lastTime(incident, until + later)).toEqual({ since: since + later, until: until + later });
    }
    expect(day % every).toBe(0);
  });

  test("what happens after now is the same however long is simulated", () => {
    const texts = (hoursAfter: number) => {
      const { targets } = createDemo({ now, recentHours: 0.1, olderHours: 0, hoursAfter });
      return targets.map((target) => targetText(target, now + hour));
    };
    expect(texts(1.5)).toEqual(texts(24));
  });
});

test("each target has a name of its own that needs no escapes in an address", () => {
  const names = createDemo({ now, recentHours: 0.1, olderHours: 0 }).targets.map(targetName);
  expect(new Set(names).size).toBe(names.length);
  expect(names.filter((name) => !/^[a-z\d.-]+$/.test(name))).toEqual([]);
  expect(names).toContain("kubelet-192.168.1.57-cadvisor");
});
