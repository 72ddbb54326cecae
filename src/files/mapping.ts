import { isNull, type Mapping, type Node, type Scalar } from "./node.js";

/** A key of a mapping and its value, with merge keys (`<<`) applied. */
export interface Entry {
  readonly key: Scalar;
  /** `undefined` where it is empty or null. */
  readonly value: Node | undefined;
  /** The mapping it is written in. */
  readonly map: Mapping;
}

/**
 * The entries of a mapping by key. A key given twice is reported, and the last counts. So is a merge key, since Prometheus
 * rejects a second one, and all of them are applied.
 */
export function entriesOf(map: Mapping, onDuplicate: (key: Scalar) => void): ReadonlyMap<string, Entry> {
  const entries = new Map<string, Entry>();
  const merged: Entry[] = [];
  let merges = 0;
  for (const { key, value } of map.pairs) {
    if (key.kind !== "scalar") continue;
    if (key.text === "<<" && key.style === "plain") {
      if (++merges > 1) onDuplicate(key);
      for (const source of value?.kind === "list" ? value.items : [value]) {
        if (source?.kind === "mapping") merged.push(...entriesOf(source, () => undefined).values());
      }
    } else {
      if (entries.has(key.text)) onDuplicate(key);
      entries.set(key.text, { key, value: value && isNull(value) ? undefined : value, map });
    }
  }
  for (const entry of merged) {
    if (!entries.has(entry.key.text)) entries.set(entry.key.text, entry);
  }
  return entries;
}
