import { removedTables } from "./builtin/removed.js";
import { type Successor, successorsOf } from "./successor.js";

/** That an exporter no longer gives a metric. */
export interface Removal {
  readonly name: string;
  readonly exporter: string;
  /** The first version without it. */
  readonly version: string;
  /** What tells the same now. */
  readonly successor: Successor;
}

/**
 * A metric that an exporter gave once and gives no more, by the name of a series, `_bucket` and the like included. Only
 * names that nobody else is likely to use are known.
 */
export function removalOf(name: string): Removal | undefined {
  byName ??= new Map(
    removedTables.flatMap(({ exporter, version, rows }) =>
      [...successorsOf(rows)].map((row) => [row.name, { ...row, exporter, version }]),
    ),
  );
  return byName.get(name);
}

/** The exporters of which removed metrics are known. */
export const exporters: readonly string[] = [...new Set(removedTables.map(({ exporter }) => exporter))];

let byName: ReadonlyMap<string, Removal> | undefined;
