import { createDemo } from "../../src/demo/demo.js";
import { demoSeries } from "../../src/demo/sample.js";
import type { DemoSeries } from "../../src/demo/series.js";

/** A Thursday evening in Seoul. */
export const now = Date.UTC(2026, 0, 15, 12);

/** The last three hours, in which most of the incidents happen. */
export const demo = createDemo({ now, olderHours: 0 });
export const series: readonly DemoSeries[] = [...demoSeries(demo)];

/** The series of a metric that have some labels. */
export function seriesOf(name: string, labels: Readonly<Record<string, string>> = {}): DemoSeries[] {
  const wanted = Object.entries({ ...labels, __name__: name });
  return series.filter((one) => wanted.every(([label, value]) => labelOf(one, label) === value));
}

/** The value of a label, an empty text where it is missing. */
export function labelOf({ labels }: DemoSeries, name: string): string {
  return labels.find(([label]) => label === name)?.[1] ?? "";
}

/** A series as a query names it. */
export function nameOf({ labels }: DemoSeries): string {
  return labels.map(([name, value]) => `${name}="${value}"`).join(",");
}

/** Series that agree in all labels but some, in groups. */
export function groupsWithout(all: readonly DemoSeries[], ...names: readonly string[]): DemoSeries[][] {
  const groups = new Map<string, DemoSeries[]>();
  for (const one of all) {
    const key = one.labels
      .filter(([name]) => !names.includes(name))
      .map((pair) => pair.join("="))
      .join(",");
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  return [...groups.values()];
}

/** What some series of one target add up to at each scrape. */
export function sumOf(all: readonly DemoSeries[]): Map<number, number> {
  const sums = new Map<number, number>();
  for (const { times, values } of all) {
    for (const [k, time] of times.entries()) sums.set(time, (sums.get(time) ?? 0) + (values[k] ?? 0));
  }
  return sums;
}
