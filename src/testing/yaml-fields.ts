import type { DocumentReader, Entries, Node } from "../files/document-reader.js";
import type { Entry } from "../files/mapping.js";
import { checkDuration } from "../files/rule-files/duration-field.js";
import { parseDuration } from "../promql/durations.js";
import { parseNumber } from "../promql/numbers.js";
import { askForName } from "../promql/spelling.js";
import type { Span } from "../syntax/problem.js";
import type { Placed } from "./unit-test.js";

/** The entries of a mapping that may have these fields and no others. */
export function strictEntries(
  reader: DocumentReader,
  node: Node,
  name: string,
  fields: readonly string[],
): Entries | undefined {
  const entries = reader.entries(node, name);
  for (const [key, entry] of entries ?? []) {
    if (fields.includes(key)) continue;
    const help = askForName(key, fields) ?? `its fields are ${fields.map((field) => `\`${field}\``).join(", ")}`;
    reader.problem("unknown-field", entry.key, `The file is rejected: ${name} has no field \`${key}\``, help);
  }
  return entries;
}

/** The items of a list of mappings; one that is empty has no entries. */
export function listOfEntries(
  reader: DocumentReader,
  entry: Entry | undefined,
  name: string,
  item: string,
  fields: readonly string[],
): readonly { readonly at: Span; readonly entries: Entries }[] {
  return reader.items(entry, name).map((node) => ({
    at: node ? reader.spanOf(node) : placeOf(reader, entry),
    entries: (node && strictEntries(reader, node, item, fields)) ?? new Map<string, Entry>(),
  }));
}

/** Where an entry stands: its value, or its key where it has none. */
export function placeOf(reader: DocumentReader, entry: Entry | undefined): Span {
  if (!entry) return { from: 0, to: 0 };
  return reader.spanOf(entry.value ?? entry.key);
}

/** The text of an entry, empty where there is none. */
export function textOf(reader: DocumentReader, entries: Entries, name: string): string {
  return reader.text(entries.get(name), name, name)?.text ?? "";
}

/** The texts of a list. */
export function textsOf(reader: DocumentReader, entries: Entries, name: string): readonly Placed<string>[] {
  const entry = entries.get(name);
  return reader.items(entry, name).map((node) => {
    if (node && entry) reader.text({ ...entry, value: node }, name, `an item of \`${name}\``);
    const at = node ? reader.spanOf(node) : placeOf(reader, entry);
    return { value: node?.kind === "scalar" ? node.text : "", at };
  });
}

/** The texts of a mapping, such as labels; empty ones included. */
export function mapOf(reader: DocumentReader, entries: Entries, name: string): ReadonlyMap<string, string> {
  const entry = entries.get(name);
  const found = reader.texts(entry, name, name);
  const keys = Array.from(reader.peek(entry?.value)?.keys() ?? []);
  return new Map(keys.map((key) => [key, found.get(key)?.text ?? ""]));
}

/** A duration in milliseconds, 0 where there is none. */
export function durationOf(reader: DocumentReader, entries: Entries, name: string): number {
  const entry = entries.get(name);
  const field = reader.text(entry, name, name);
  checkDuration(reader, name, entry, field);
  const seconds = parseDuration(field?.text ?? "");
  return typeof seconds === "number" ? Math.round(seconds * 1000) : 0;
}

/** A number as YAML writes it, 0 where there is none. */
export function numberOf(reader: DocumentReader, entries: Entries, name: string): number {
  const entry = entries.get(name);
  const field = reader.text(entry, name, name);
  if (!entry?.value || !field) return 0;
  const value = reader.isPlain(entry) ? yamlNumber(field.text) : undefined;
  if (value !== undefined) return value;
  const help = "write a number without quotes, `.inf`, `-.inf` or `.nan`";
  reader.problem("wrong-type", entry.value, `The file is rejected: \`${name}\` is no number`, help);
  return 0;
}

function yamlNumber(text: string): number | undefined {
  const [, sign = "", size = ""] = /^([+-]?)(.*)$/s.exec(text) ?? [];
  if (/^\.(?:nan|NaN|NAN)$/.test(text)) return NaN;
  const value = /^\.(?:inf|Inf|INF)$/.test(size) ? Infinity : /^[\d.]/.test(size) ? parseNumber(size) : undefined;
  return value !== undefined && sign === "-" ? -value : value;
}

/** A truth value as YAML 1.1 writes it, false where there is none. */
export function booleanOf(reader: DocumentReader, entries: Entries, name: string): boolean {
  const entry = entries.get(name);
  const text = reader.text(entry, name, name)?.text;
  if (!entry?.value || text === undefined) return false;
  const isBoolean = reader.isPlain(entry) && /^(?:y|yes|true|on|n|no|false|off)$/i.test(text);
  if (!isBoolean) {
    const message = `The file is rejected: \`${name}\` is neither \`true\` nor \`false\``;
    reader.problem("wrong-type", entry.value, message);
  }
  return isBoolean && /^(?:y|yes|true|on)$/i.test(text);
}
