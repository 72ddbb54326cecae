import type { Cover } from "./coverage.js";
import { grouped } from "../syntax/grouped.js";
import type { Diagnostic } from "./rule.js";
import { firstFrom } from "../syntax/first-from.js";

/** Which diagnostics are covered, and which covers have something to do. */
export interface Coverings<D> {
  /** A cover of each diagnostic that has one. */
  readonly coverOf: ReadonlyMap<D, Cover>;
  /** The covers of at least one diagnostic, whether or not another covers it too. */
  readonly used: ReadonlySet<Cover>;
}

/**
 * Compares diagnostics with covers: a diagnostic is covered where it begins. Those of `onlyWithFile` are so by covers of
 * whole files alone. Takes time in proportion to both, however much they overlap.
 */
export function coveringsOf<D extends Diagnostic>(
  diagnostics: readonly D[],
  covers: readonly Cover[],
  onlyWithFile: (diagnostic: D) => boolean,
): Coverings<D> {
  const coverOf = new Map<D, Cover>();
  const used = new Set<Cover>();
  if (covers.length === 0) return { coverOf, used };
  const byName = grouped(covers, ({ name }) => name?.text);
  const groups = grouped(diagnostics, (diagnostic) => `${onlyWithFile(diagnostic)} ${diagnostic.code}`);
  for (const group of groups.values()) {
    const [first] = group;
    if (!first) continue;
    const named = [...(byName.get(first.code) ?? []), ...(byName.get(undefined) ?? [])];
    const own = onlyWithFile(first) ? named.filter(({ wholeFile }) => wholeFile) : named;
    const sorted = group.toSorted((a, b) => a.at.from - b.at.from);
    for (const cover of own) if (coversAny(cover, sorted, first.code)) used.add(cover);
    for (const [diagnostic, cover] of sweep(sorted, own, first.code)) coverOf.set(diagnostic, cover);
  }
  return { coverOf, used };
}

/** Of several covers, the one that reaches farthest is taken. */
function* sweep<D extends Diagnostic>(
  sorted: readonly D[],
  covers: readonly Cover[],
  code: string,
): Generator<[D, Cover]> {
  const starting = covers.toSorted((a, b) => a.from - b.from);
  let next = 0;
  let farthest: { cover: Cover; to: number } | undefined;
  for (const diagnostic of sorted) {
    for (let cover = starting[next]; cover && cover.from <= diagnostic.at.from; cover = starting[++next]) {
      const to = cover.to(code);
      if (!farthest || to > farthest.to) farthest = { cover, to };
    }
    if (farthest && farthest.to >= diagnostic.at.from) yield [diagnostic, farthest.cover];
  }
}

function coversAny({ from, to }: Cover, sorted: readonly Diagnostic[], code: string): boolean {
  const first = sorted[firstFrom(sorted, from, ({ at }) => at.from)];
  return first !== undefined && first.at.from <= to(code);
}
