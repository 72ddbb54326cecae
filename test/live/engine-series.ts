import { quote } from "../../src/promql/strings.js";

/** A series with its samples: seconds since 1970 and a value. */
interface Written {
  readonly name: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly samples: readonly (readonly [time: number, value: number])[];
}

const labelSets: readonly Readonly<Record<string, string>>[] = ["x", "y", "z"].flatMap((a) =>
  ["", "x", "y"].map((b) => ({ a, b, job: a === "z" ? "node" : "api", instance: `host-${b || "none"}:1` })),
);

/** Counters with resets, gauges with gaps and odd values, buckets: an hour up to a time in seconds since 1970. */
export function engineSeries(end: number): string {
  const random = numbers(7);
  const start = end - 3600;
  const written: Written[] = [];
  for (const [k, labels] of labelSets.entries()) {
    const interval = [15, 30, 20][k % 3] ?? 15;
    const times = timesOf(start + (k % 7), end, interval).filter(() => random() > 0.04);
    written.push({ name: "foo", labels, samples: counter(times, random) });
    if (k % 4 !== 1) written.push({ name: "bar", labels, samples: gauge(times, random) });
    if (k % 3 === 0) written.push({ name: "requests_total", labels, samples: counter(times, random) });
    if (k === 4) written.push({ name: "baz", labels: { c: "x" }, samples: odd(times) });
    if (k % 5 === 0) written.push(...buckets(labels, times, random));
    if (k < 3 || k === 7) {
      const { job = "", instance = "" } = labels;
      written.push({ name: "target_info", labels: { job, instance, version: `v${k % 2}` }, samples: ones(times) });
    }
  }
  return openMetrics(written);
}

/** Numbers between 0 and 1, the same each time. */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

function timesOf(start: number, end: number, interval: number): number[] {
  return Array.from({ length: Math.floor((end - start) / interval) }, (_, k) => start + k * interval);
}

function counter(times: readonly number[], random: () => number): Written["samples"] {
  let value = Math.floor(random() * 1000);
  return times.map((time) => {
    value = random() < 0.02 ? Math.floor(random() * 20) : value + Math.floor(random() * 50);
    return [time, value];
  });
}

function gauge(times: readonly number[], random: () => number): Written["samples"] {
  return times
    .filter((time) => Math.floor(time / 600) % 4 !== 2)
    .map((time) => [time, Math.round((random() - 0.3) * 1e6) / 1e3]);
}

function ones(times: readonly number[]): Written["samples"] {
  return times.map((time) => [time, 1]);
}

function odd(times: readonly number[]): Written["samples"] {
  const values = [NaN, Infinity, 3, -Infinity, 0, -2.5, 1e-9, 1e300];
  return times.map((time, k) => [time, values[Math.floor(k / 5) % values.length] ?? 0]);
}

function buckets(labels: Written["labels"], times: readonly number[], random: () => number): Written[] {
  const counts = times.map(() => [0, 0, 0, 0]);
  const bounds = ["0.1", "0.5", "2.5", "+Inf"];
  let totals = [0, 0, 0, 0];
  for (const row of counts) {
    const added = bounds.map(() => Math.floor(random() * 5));
    totals = totals.map((total, k) => total + added.slice(0, k + 1).reduce((a, b) => a + b, 0));
    totals.forEach((total, k) => (row[k] = total));
  }
  return bounds.map((le, k) => ({
    name: "latency_bucket",
    labels: { ...labels, le },
    samples: times.map((time, at) => [time, counts[at]?.[k] ?? 0]),
  }));
}

function openMetrics(series: readonly Written[]): string {
  const lines = series
    .toSorted((x, y) => (x.name < y.name ? -1 : x.name > y.name ? 1 : 0))
    .flatMap(({ name, labels, samples }) => {
      const written = Object.entries(labels)
        .filter(([, value]) => value !== "")
        .map(([label, value]) => `${label}=${quote(value)}`);
      return samples.map(([time, value]) => `${name}{${written.join(",")}} ${numberText(value)} ${time}`);
    });
  return [...lines, "# EOF", ""].join("\n");
}

function numberText(value: number): string {
  return value === Infinity ? "+Inf" : value === -Infinity ? "-Inf" : String(value);
}
