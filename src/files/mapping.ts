import { isAlias, isMap, isScalar, isSeq, type Alias, type Node, type Scalar, type YAMLMap } from "yaml";
import type { Span } from "../syntax/problem.js";
import type { ScalarStyle } from "./text-map.js";

/** A key of a YAML mapping and its value, with aliases followed and merge keys (`<<`) applied. */
export interface Entry {
  readonly key: Scalar;
  /** `undefined` where it is empty or null. */
  readonly value: Node | undefined;
  /** The mapping it is written in. */
  readonly map: YAMLMap;
}

/** The entries of a mapping by key. A key given twice is reported, and the first counts. */
export function entriesOf(
  map: YAMLMap,
  targets: ReadonlyMap<Alias, Node>,
  onDuplicate: (key: Scalar) => void,
): ReadonlyMap<string, Entry> {
  const entries = new Map<string, Entry>();
  const merged: Entry[] = [];
  for (const item of map.items) {
    const key = follow(item.key, targets);
    if (!isScalar(key)) continue;
    const value = follow(item.value, targets);
    const name = scalarText(key);
    if (name === "<<" && styleOf(key) === "plain") {
      for (const source of isSeq(value) ? value.items.map((each) => follow(each, targets)) : [value]) {
        if (isMap(source)) merged.push(...entriesOf(source, targets, () => undefined).values());
      }
    } else if (entries.has(name)) {
      onDuplicate(key);
    } else {
      entries.set(name, { key, value: value && isNull(value) ? undefined : value, map });
    }
  }
  for (const entry of merged) {
    const name = scalarText(entry.key);
    if (!entries.has(name)) entries.set(name, entry);
  }
  return entries;
}

/** The node itself, or what an alias stands for. */
export function follow(node: unknown, targets: ReadonlyMap<Alias, Node>): Node | undefined {
  if (isAlias(node)) return targets.get(node);
  return isMap(node) || isSeq(node) || isScalar(node) ? node : undefined;
}

/** The text of a scalar, whatever its type: a number's digits, too. */
export function scalarText(scalar: Scalar): string {
  return typeof scalar.value === "string" ? scalar.value : (scalar.source ?? "");
}

/** How a scalar is written. */
export function styleOf(scalar: Scalar): ScalarStyle {
  return scalar.type ? styles[scalar.type] : "plain";
}

const styles: Readonly<Record<Scalar.Type, ScalarStyle>> = {
  PLAIN: "plain",
  QUOTE_SINGLE: "single",
  QUOTE_DOUBLE: "double",
  BLOCK_LITERAL: "literal",
  BLOCK_FOLDED: "folded",
};

/** Where a node stands; of a mapping or list that takes several lines, the first of them. */
export function nodeSpan(node: Node, text: string): Span {
  const [from, to] = node.range ?? [0, 0];
  if (isScalar(node)) return { from, to };
  const shown = text.slice(from, Math.min(to, from + 200));
  return { from, to: from + (/^[^\r\n]*/.exec(shown)?.[0] ?? "").trimEnd().length };
}

/** Whether a node is the null that YAML writes as `~`, `null` or nothing. */
export function isNull(node: Node): boolean {
  return isScalar(node) && styleOf(node) === "plain" && !node.tag && nulls.has(scalarText(node));
}

const nulls: ReadonlySet<string> = new Set(["", "~", "null", "Null", "NULL"]);
