import type { Document, LineCounter } from "yaml";

/** A place in a file, line and column from 1, the column in UTF-16 units. */
export interface FilePlace {
  readonly path: string;
  readonly line: number;
  readonly column: number;
}

/** Finds the places of values and keys in a parsed YAML file, by the keys that lead to them. */
export interface Places {
  readonly ofOffset: (offset: number) => FilePlace;
  /** The place of a value, or of the nearest that holds it where it is missing. */
  readonly ofValue: (keys: readonly string[]) => FilePlace;
  /** The place of the last key itself. */
  readonly ofKey: (keys: readonly string[]) => FilePlace;
}

/** The places in a document that was parsed with this counter of lines. */
export async function placesIn(path: string, document: Document, lines: LineCounter): Promise<Places> {
  const { isMap, isNode, isScalar } = await import("yaml");

  const ofOffset = (offset: number): FilePlace => {
    const { line, col } = lines.linePos(offset);
    return { path, line: Math.max(line, 1), column: Math.max(col, 1) };
  };
  const ofValue = (keys: readonly string[]): FilePlace => {
    const node = document.getIn(keys, true);
    if (isNode(node) && node.range) return ofOffset(node.range[0]);
    return keys.length > 0 ? ofValue(keys.slice(0, -1)) : ofOffset(0);
  };
  const ofKey = (keys: readonly string[]): FilePlace => {
    const map = document.getIn(keys.slice(0, -1), true);
    const all = isMap(map) ? map.items.map((pair) => pair.key) : [];
    const key = all.find((candidate) => isScalar(candidate) && candidate.value === keys.at(-1));
    return isScalar(key) && key.range ? ofOffset(key.range[0]) : ofValue(keys);
  };
  return { ofOffset, ofValue, ofKey };
}
