import type { Labels } from "../prometheus/result.js";
import { splitLabels } from "./series-labels.js";

/** A series as far as its labels. */
type Labelled = { readonly labels: Labels };

/**
 * Of the names of labels those that are shown: all where they fit; else without numbers of identity, which nobody reads, and
 * without the longest ones, as long as the others still tell the series apart. Nothing where no such choice fits.
 */
export function tellingLabels(
  series: readonly Labelled[],
  names: readonly string[],
  fits: (names: readonly string[]) => boolean,
): readonly string[] | undefined {
  const rank = (name: string) => (isIdentity(name) ? 0 : 1);
  for (const kept of fewerAndFewer(series, names, rank)) if (fits(kept)) return kept;
  return undefined;
}

/**
 * The names of a few labels that tell series apart, no two of which are alike; none for a single series. Those that are
 * preferred stay if their values differ. Left out first are those that say more of another one, such as `pod_ip`, and
 * identifiers that nobody reads; then those that have few values.
 */
export function fewestLabels(
  series: readonly Labelled[],
  preferred: ReadonlySet<string> = new Set(),
): readonly string[] {
  const { differing } = splitLabels(series);
  const saysMore = (name: string) => differing.some((other) => name.startsWith(`${other}_`));
  const values = (name: string) => new Set(series.map(({ labels }) => labels[name])).size;
  const kind = (name: string) => (preferred.has(name) ? 2 : saysMore(name) || isIdentity(name) ? 0 : 1);
  const rank = (name: string) => kind(name) + values(name) / (series.length + 1);
  const needed = [...fewerAndFewer(series, differing, rank)].at(-1) ?? differing;
  return differing.filter((name) => needed.includes(name) || (preferred.has(name) && series.length > 1));
}

/**
 * All names, then without those of the lowest rank, of these the longest ones first, each time as long as the others still tell
 * the series apart.
 */
function* fewerAndFewer(
  series: readonly Labelled[],
  names: readonly string[],
  rank: (name: string) => number,
): Generator<readonly string[]> {
  let kept = names;
  yield kept;
  const length = (name: string) => series.reduce((most, { labels }) => Math.max(most, (labels[name] ?? "").length), 0);
  const leastReadFirst = names
    .map((name) => ({ name, length: Math.max(name.length, length(name)) }))
    .sort((a, b) => rank(a.name) - rank(b.name) || b.length - a.length);
  for (const { name } of leastReadFirst) {
    const fewer = kept.filter((other) => other !== name);
    if (!areApart(series, fewer)) continue;
    kept = fewer;
    yield kept;
  }
}

/** Such as `uid` and `container_id`. */
function isIdentity(name: string): boolean {
  return /(?:^|_)u?id$/.test(name);
}

function areApart(series: readonly Labelled[], names: readonly string[]): boolean {
  const keys = new Set(series.map(({ labels }) => JSON.stringify(names.map((name) => labels[name] ?? ""))));
  return keys.size === series.length;
}
