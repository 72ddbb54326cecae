import type { Labels } from "../prometheus/result.js";
import { splitLabels } from "./series-labels.js";

/** A series as far as its labels. */
type Labelled = { readonly labels: Labels };

/**
 * Of the names of labels those that are shown: all where they fit; else without numbers of identity, which nobody reads, and
 * without the longest ones, as long as the others still tell the series apart; those that are preferred go last. Nothing where no
 * such choice fits.
 */
export function tellingLabels(
  series: readonly Labelled[],
  names: readonly string[],
  fits: (names: readonly string[]) => boolean,
  preferred: ReadonlySet<string> = new Set(),
): readonly string[] | undefined {
  const rank = (name: string) => (preferred.has(name) ? 2 : isIdentity(name) ? 0 : 1);
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
  // Of each name, how the names behind it part the series: each choice is judged without reading all labels again.
  const behind: (readonly number[])[] = [];
  let parted: readonly number[] = series.map(() => 0);
  for (const { name } of leastReadFirst.toReversed()) {
    behind.unshift(parted);
    parted = partedBy(name, series, parted);
  }
  let before: readonly number[] = series.map(() => 0);
  for (const [k, { name }] of leastReadFirst.entries()) {
    if (areApart(before, behind[k] ?? [])) {
      kept = kept.filter((other) => other !== name);
      yield kept;
    } else before = partedBy(name, series, before);
  }
}

/** The classes of series, in each of which all have one value of the label, and stood in one class. */
function partedBy(name: string, series: readonly Labelled[], classes: readonly number[]): readonly number[] {
  const known = new Map<string, number>();
  return series.map(({ labels }, k) => {
    const key = `${classes[k]} ${labels[name] ?? ""}`;
    const number = known.get(key) ?? known.size;
    known.set(key, number);
    return number;
  });
}

/** Whether no two series stand together in both. */
function areApart(classes: readonly number[], others: readonly number[]): boolean {
  return new Set(classes.map((number, k) => number * classes.length + (others[k] ?? 0))).size === classes.length;
}

/** Such as `uid` and `container_id`. */
function isIdentity(name: string): boolean {
  return /(?:^|_)u?id$/.test(name);
}
