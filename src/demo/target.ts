import type { Cluster } from "./cluster.js";
import { type Incident, isUnderWay } from "./incidents.js";
import type { Instrument, LabelValues } from "./instrument.js";
import { randomNumbers } from "./random.js";

/** What Prometheus scrapes. */
export interface Target {
  /** `job` and `instance` among them. */
  readonly labels: LabelValues;
  readonly path: string;
  /** In milliseconds. */
  readonly interval: number;
  /** While it lasts, the target cannot be scraped. */
  readonly down?: Incident;
  readonly instruments: readonly Instrument[];
}

/** The times of the scrapes from one time up to another, in milliseconds since 1970, at an interval in milliseconds. */
export function scrapeTimes(
  { seed }: Pick<Cluster, "seed">,
  { labels }: Pick<Target, "labels">,
  { from, to, interval }: { readonly from: number; readonly to: number; readonly interval: number },
): number[] {
  const shift = Math.floor(randomNumbers(`${seed} scrape ${Object.values(labels).join(" ")}`)() * interval);
  const times: number[] = [];
  for (let time = Math.ceil((from - shift) / interval) * interval + shift; time <= to; time += interval)
    times.push(time);
  return times;
}

/** Whether a target answers at a time. */
export function answers({ down }: Target, time: number): boolean {
  return !down || !isUnderWay(down, time);
}
