import { appendNoted } from "../engine/readers/series-notation.js";
import type { Labels } from "../engine/labels.js";
import type { Mark } from "../engine/marks.js";
import type { RuleStorage } from "./rule-storage.js";
import type { UnitTest } from "./unit-test.js";

interface Sample {
  readonly labels: Labels;
  readonly time: number;
  readonly value: number | Mark;
}

/**
 * Gives the samples of a test to a storage bit by bit: a call adds those up to a time in milliseconds. Of two series with
 * the same labels the later counts.
 */
export function seriesFeed({ series, interval, start }: UnitTest, storage: RuleStorage): (until: number) => void {
  const last = series.findIndex(({ isLast }) => isLast);
  const read = last === -1 ? series : series.slice(0, last + 1);
  const byKey = new Map(read.flatMap(({ noted }) => ("mistake" in noted ? [] : [[noted.labels.key, noted] as const])));
  const samples: Sample[] = [];
  const collect = {
    append: (labels: Labels, time: number, value: number | Mark) => samples.push({ labels, time, value }),
  };
  for (const noted of byKey.values()) appendNoted(collect, noted, interval, start);
  samples.sort((a, b) => a.time - b.time);
  let next = 0;
  return (until) => {
    for (let sample = samples[next]; sample && sample.time <= until; sample = samples[++next]) {
      storage.append(sample.labels, sample.time, sample.value);
    }
  };
}
