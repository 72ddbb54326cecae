import type { Labels } from "../../prometheus/index.js";
import { seriesText, splitLabels } from "../../results/series-labels.js";
import { fewestLabels, tellingLabels } from "../../results/telling-labels.js";

/** What series are called beside each other, by their places. */
export interface SeriesNames {
  readonly names: readonly string[];
  /** Labels that differ too, and are left out since the others tell the series apart. */
  readonly left: readonly string[];
}

/** Names series by the labels in which they differ, in so many UTF-16 units where that is possible. A lone series has all. */
export function seriesNames(series: readonly { readonly labels: Labels }[], longest: number): SeriesNames {
  const { differing } = splitLabels(series);
  const named = (some: readonly string[]) => series.map(({ labels }) => seriesText(labels, some));
  const isShort = (some: readonly string[]) => named(some).every(({ length }) => length <= longest);
  const shown = series.length > 1 ? (tellingLabels(series, differing, isShort) ?? fewestLabels(series)) : differing;
  return { names: named(shown), left: differing.filter((name) => !shown.includes(name)) };
}
