import type { RuleFile } from "../lint/subject.js";
import type { Problem } from "../syntax/problem.js";
import type { Collected } from "./document-reader.js";
import { collect, readEmbedded } from "./embedded.js";
import { maxFileSize } from "./limits.js";
import { linesMap } from "./yaml/lines-map.js";
import { readMarkdown } from "./markdown/markdown.js";
import { mayTellInterval } from "./scrape-intervals.js";
import type { Source } from "./source.js";
import type { TextMap } from "./text-map.js";
import { mayHoldQueries, readYaml } from "./yaml/file.js";

/**
 * Reads the queries and rules of a file. `.promql` files are one query; everything else is YAML, of which JSON is a part.
 * Never throws: what keeps a file from being read is among the problems. A file without queries has none of either.
 */
export function readSource(path: string, text: string): Source {
  const collected = collect(path, text);
  const unreadable = tooLarge(text) ?? notText(text);
  if (unreadable) collected.problems.push(unreadable);
  else if (isMarkdown(path)) readMarkdown(collected);
  else readFile(collected, path, "");
  readEmbedded(collected, readFile);
  const { queries, ruleFiles, dashboards, scrapeIntervals, problems, comments, fields } = collected;
  const field = (name: string): TextMap | undefined => fields.get(name);
  const panels = dashboards.flatMap((dashboard) => dashboard.panels);
  const recorded = namesRecorded(ruleFiles);
  return { path, text, queries, ruleFiles, dashboards, panels, recorded, scrapeIntervals, problems, comments, field };
}

function namesRecorded(files: readonly RuleFile[]): readonly string[] {
  const rules = files.flatMap(({ groups }) => groups.flatMap((group) => group.rules));
  return rules.flatMap((rule) => (rule.kind === "recording-rule" ? [rule.record.text] : []));
}

/** Whether the same text holds the same, for all that the names of two files tell. */
export function isReadAlike(one: string, other: string): boolean {
  return isMarkdown(one) === isMarkdown(other) && isQuery(one) === isQuery(other);
}

function isMarkdown(name: string): boolean {
  return /\.(?:md|markdown)$/i.test(name);
}

function isQuery(name: string): boolean {
  return name.endsWith(".promql");
}

/** `field` is what the ways to its fields begin with. */
function readFile(collected: Collected, name: string, field: string): void {
  if (isQuery(name)) readQuery(collected, field);
  else if (mayHoldQueries(collected.text) || mayTellInterval(collected.text)) readYaml(collected, field, readFile);
}

function readQuery({ text, queries, fields }: Collected, prefix: string): void {
  const whole = { from: text.startsWith("\ufeff") ? 1 : 0, to: text.length };
  const { text: query, map } = linesMap(text, [whole], "", () => true);
  if (query.trim() === "") return;
  const field = prefix.replace(/\.$/, "");
  fields.set(field, map);
  queries.push({ text: query, map, use: "range", field });
}

function tooLarge(text: string): Problem | undefined {
  if (text.length <= maxFileSize) return undefined;
  const message = `The file is not checked: it is longer than ${maxFileSize / 1024 / 1024} MiB`;
  return { code: "too-large", severity: "error", at: { from: 0, to: 0 }, message, help: "split it, or exclude it" };
}

/** A NUL, or one character in twenty that no text has: control characters and what is left of broken UTF-8. */
function notText(text: string): Problem | undefined {
  const first = text.search(strange);
  if (first === -1) return undefined;
  if (!text.includes("\0") && (text.match(everyStrange)?.length ?? 0) * 20 < text.length) return undefined;

  const at = { from: first, to: first + 1 };
  const message = "The file is not checked: it is no text";
  return { code: "not-text", severity: "error", at, message, help: "save it as UTF-8, or exclude it" };
}

const strange = /[\0-\x08\x0b\x0e-\x1f\x7f\ufffd]/;
const everyStrange = new RegExp(strange, "g");
