import { expect, test } from "vitest";
import { createDemo } from "../../src/demo/demo.js";
import { demoSeries } from "../../src/demo/sample.js";
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
