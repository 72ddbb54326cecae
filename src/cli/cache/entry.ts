import type { FoundAlone } from "../../files/index.js";
import { isObject } from "../../schema/object.js";
import { sha256 } from "../sha256.js";
import type { SourceFacts } from "./lazy-source.js";

/** What is kept of a file: all that has been found in it without looking at other files, whatever comments say. */
export interface CacheEntry extends FoundAlone {
  readonly facts: SourceFacts;
  /** The hash of the options under which it was found. */
  readonly options: string;
}

/** The text of an entry: a line with its key and the hash of the rest, and the rest. */
export function entryText(key: string, entry: CacheEntry): string {
  const body = JSON.stringify(entry);
  return `${key} ${hashOf(body)}\n${body}`;
}

/** The entry that a text holds under a key; `undefined` where it is another one, damaged, or none. */
export function readEntry(key: string, text: string): CacheEntry | undefined {
  const end = text.indexOf("\n");
  const body = text.slice(end + 1);
  if (end === -1 || text.slice(0, end) !== `${key} ${hashOf(body)}`) return undefined;
  const entry: unknown = JSON.parse(body);
  return isEntry(entry) ? entry : undefined;
}

/** The hash of some texts, as hexadecimal digits. */
export function hashOf(...texts: readonly string[]): string {
  return sha256(JSON.stringify(texts));
}

/** The hash says that it is what was written; this, that it was written by this command. */
function isEntry(value: unknown): value is CacheEntry {
  if (!isObject(value) || !isObject(value["facts"])) return false;
  const { facts, options, ofQueries, ofRules } = value;
  const counts = [facts["queries"], facts["ruleFiles"], facts["problems"]];
  if (typeof options !== "string" || ![facts["recorded"], facts["scrapeIntervals"]].every(Array.isArray)) return false;
  return counts.every((count) => typeof count === "number") && [ofQueries, ofRules].every(areDiagnostics);
}

function areDiagnostics(value: unknown): boolean {
  return Array.isArray(value) && value.every((each) => isObject(each) && isObject(each["at"]));
}
