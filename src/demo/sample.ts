import type { Demo } from "./demo.js";
import type { Instrument } from "./instrument.js";
import { scrapeSeries } from "./scrape.js";
import { type DemoSeries, seriesLabels, type UnsampledSeries } from "./series.js";
import { answers, scrapeTimes, type Target } from "./target.js";

/**
 * The series of the demo up to now, as Prometheus has them in its database. With `from`,
 * in milliseconds since 1970, without the samples before it.
 */
export function* demoSeries(demo: Demo, from?: number): Generator<DemoSeries> {
  for (const { sampled } of unsampledSeries(demo, from)) yield sampled();
}

/** As {@link demoSeries}, in no time: most of the work of a simulation is done for each series on its own. */
export function* unsampledSeries(demo: Demo, from = -Infinity): Generator<UnsampledSeries> {
  for (const target of demo.targets) yield* targetSeries(demo, target, from);
}

function* targetSeries({ cluster, recent }: Demo, target: Target, from: number): Generator<UnsampledSeries> {
  const minute = 60_000;
  const scrapes = Float64Array.from([
    ...scrapeTimes(cluster, target, { from: cluster.clock.start, to: recent - 1, interval: minute }),
    ...scrapeTimes(cluster, target, { from: recent, to: cluster.now, interval: target.interval }),
  ]);
  const [first, wanted] = [scrapes.findIndex((time) => time >= from), scrapes.filter((time) => time >= from)];
  if (first < 0) return;
  for (const { sampled, ...series } of scrapeSeries(cluster, target, scrapes)) {
    yield {
      ...series,
      sampled() {
        const all = sampled();
        return { ...all, times: wanted, values: all.values.subarray(first) };
      },
    };
  }
  const times = target.down ? wanted.filter((time) => answers(target, time)) : wanted;
  const shared = sharing();
  for (const instrument of target.instruments) {
    const { family, present } = instrument;
    if (present ? !times.some(present) : times.length === 0) continue;
    const labels = seriesLabels(target.labels, instrument);
    yield {
      ...{ family, labels },
      sampled() {
        const sampled = samplesOf(instrument, times);
        const ends = sampled.times === wanted ? [] : endsOf(sampled.times, wanted);
        return { family, labels, times: sampled.times, values: shared(sampled.values), ends };
      },
    };
  }
}

function samplesOf({ value, present }: Instrument, scrapes: Float64Array): Pick<DemoSeries, "times" | "values"> {
  const times = present ? scrapes.filter((time) => present(time)) : scrapes;
  if (typeof value === "number") return { times, values: new Float64Array(times.length).fill(value) };
  return { times, values: times.map((time) => value(time)) };
}

/**
 * The scrapes that followed a sample and have none.
 * Source: https://prometheus.io/docs/prometheus/latest/querying/basics/#staleness
 */
function endsOf(times: Float64Array, scrapes: Float64Array): number[] {
  const ends: number[] = [];
  let next = 0;
  let isThere = false;
  for (const scrape of scrapes) {
    const has = times[next] === scrape;
    if (has) next++;
    else if (isThere) ends.push(scrape);
    isThere = has;
  }
  return ends;
}

/** Half of all series never change, and many a bucket has what the one before has: such arrays are kept once. */
function sharing(): (values: Float64Array) => Float64Array {
  const steady = new Map<string, Float64Array>();
  let before: Float64Array = new Float64Array();
  return (values) => {
    if (areSame(values, before)) return before;
    before = values;
    const [first = 0] = values;
    if (!values.every((value) => value === first)) return values;
    const key = `${first} ${values.length}`;
    before = steady.get(key) ?? values;
    steady.set(key, before);
    return before;
  };
}

function areSame(a: Float64Array, b: Float64Array): boolean {
  if (a.length !== b.length) return false;
  for (let k = 0; k < a.length; k++) if (a[k] !== b[k]) return false;
  return true;
}
