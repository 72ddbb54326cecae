import { removedTables, type RemovedTable } from "./builtin/removed.js";

/** That an exporter no longer gives a metric. */
export interface Removal {
  readonly name: string;
  readonly exporter: string;
  /** The first version without it. */
  readonly version: string;
  /** What tells the same now. */
  readonly successor: Successor;
}

/** What stands in the place of a removed metric. */
export interface Successor {
  readonly name: string;
  /** The matcher that picks the same out of more, such as `resource="cpu"`. */
  readonly matcher?: { readonly label: string; readonly value: string };
  /** A label that has another name now. */
  readonly label?: { readonly from: string; readonly to: string };
  /** What else is different, so that another name alone mends no query: `in seconds, not in milliseconds`. */
  readonly change?: string;
}

/**
 * A metric that an exporter gave once and gives no more, by the name of a series, `_bucket` and the like included. Only
 * names that nobody else is likely to use are known.
 */
export function removalOf(name: string): Removal | undefined {
  byName ??= new Map(removedTables.flatMap((table) => [...metricsOfTable(table)]).map((each) => [each.name, each]));
  return byName.get(name);
}

/** The exporters of which removed metrics are known. */
export const exporters: readonly string[] = [...new Set(removedTables.map(({ exporter }) => exporter))];

let byName: ReadonlyMap<string, Removal> | undefined;

/** The metrics of a table. Throws on a bad row. */
function* metricsOfTable({ exporter, version, rows }: RemovedTable): Generator<Removal> {
  for (const row of rows.split("\n").filter((line) => line !== "")) {
    const [, old, now, label, value, from, to, change] = rowPattern.exec(row) ?? [];
    if (!old || !now) throw new Error(`the table of ${exporter} has a bad row: ${row}`);

    const [before = "", list = "", after = ""] = old.replace("*", "").split(/\{(.*)\}/);
    for (const part of list.split(",")) {
      for (const suffix of old.endsWith("*") ? familySuffixes : [""]) {
        const successor = {
          name: now.replace("{}", part) + suffix,
          ...(label && value && { matcher: { label, value } }),
          ...(from && to && { label: { from, to } }),
          ...(change && { change }),
        };
        yield { name: before + part + after + suffix, exporter, version, successor };
      }
    }
  }
}

const rowPattern = /^(\S+) +(\S+)(?: +(\w+)="(\w+)")?(?: +(\w+)->(\w+))?(?: +(\w.*))?$/;
const familySuffixes = ["", "_bucket", "_sum", "_count"];
