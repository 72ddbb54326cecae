/** What stands in the place of a metric that does not exist. */
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
 * The series that some rows tell of, and what stands in their place. A row holds the wrong name, the right one, the matcher
 * that picks the same, a label with its old and its new name, and what else is different. `{a,b}` in a wrong name is one
 * of the two, and `{}` in the right one the same; an asterisk says that `_bucket`, `_sum` and `_count` exist as well.
 * Throws on a bad row.
 */
export function* successorsOf(rows: string): Generator<{ readonly name: string; readonly successor: Successor }> {
  for (const row of rows.split("\n").filter((line) => line !== "")) {
    const [, old, now, label, value, from, to, change] = rowPattern.exec(row) ?? [];
    if (!old || !now) throw new Error(`a table of names has a bad row: ${row}`);

    const [before = "", list = "", after = ""] = old.replace("*", "").split(/\{(.*)\}/);
    for (const part of list.split(",")) {
      for (const suffix of old.endsWith("*") ? familySuffixes : [""]) {
        const successor = {
          name: now.replace("{}", part) + suffix,
          ...(label && value && { matcher: { label, value } }),
          ...(from && to && { label: { from, to } }),
          ...(change && { change }),
        };
        yield { name: before + part + after + suffix, successor };
      }
    }
  }
}

const rowPattern = /^(\S+) +(\S+)(?: +(\w+)="(\w+)")?(?: +(\w+)->(\w+))?(?: +(\w.*))?$/;
const familySuffixes = ["", "_bucket", "_sum", "_count"];
