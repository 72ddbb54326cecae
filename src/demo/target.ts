import type { Cluster } from "./cluster.js";
import { type Incident, isUnderWay } from "./incidents.js";
import type { Instrument, LabelValues } from "./instrument.js";
import { randomNumbers } from "./random.js";

/** What Prometheus scrapes. Times are in milliseconds since 1970. */
export interface Target {
  /** `job` and `instance` among them. */
  readonly labels: LabelValues;
  readonly path: string;
  /** In milliseconds. */
  readonly interval: number;
  /** While it lasts, the target cannot be scraped. */
  readonly down?: Incident;
  /** @internal */
  readonly instruments: readonly Instrument[];
}

/** A name for each target of a demo, of letters, digits, dots and dashes, such as `kubelet-192.168.1.57-cadvisor`. */
export function targetName({ labels }: Pick<Target, "labels">): string {
  const { job = "", instance = "", metrics_path = "" } = labels;
  const kind = metrics_path.split("/").slice(2);
  return [job, instance.replace(/:\d+$/, ""), ...kind].join("-");
}

/** The series that a target gives at a time; none while it is down. */
export function instrumentsAt(target: Target, time: number): readonly Instrument[] {
  return answers(target, time) ? target.instruments.filter(({ present }) => present?.(time) ?? true) : [];
}

/** How many series a target gives at a time. */
export function seriesCount(target: Target, time: number): number {
  return instrumentsAt(target, time).length;
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
