import type { Labels } from "../prometheus/result.js";

/**
 * Of the names of labels those that are shown: all where they fit; else without the longest ones, as long as the others
 * still tell the series apart. Nothing where no such choice fits.
 */
export function tellingLabels(
  series: readonly { readonly labels: Labels }[],
  names: readonly string[],
  fits: (names: readonly string[]) => boolean,
): readonly string[] | undefined {
  let kept = names;
  const length = (name: string) => series.reduce((most, { labels }) => Math.max(most, (labels[name] ?? "").length), 0);
  const longestFirst = names
    .map((name) => ({ name, length: Math.max(name.length, length(name)) }))
    .sort((a, b) => b.length - a.length);
  for (const { name } of longestFirst) {
    if (fits(kept)) return kept;
    const fewer = kept.filter((other) => other !== name);
    if (areApart(series, fewer)) kept = fewer;
  }
  return fits(kept) ? kept : undefined;
}

function areApart(series: readonly { readonly labels: Labels }[], names: readonly string[]): boolean {
  const keys = new Set(series.map(({ labels }) => JSON.stringify(names.map((name) => labels[name] ?? ""))));
  return keys.size === series.length;
}
