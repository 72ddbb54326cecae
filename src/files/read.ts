import type { Problem } from "../syntax/problem.js";
import { parseDocuments, type YamlError } from "./documents.js";
import { DocumentReader, type Collected } from "./document-reader.js";
import { helmAction, helmProblem } from "./helm.js";
import type { Entry } from "./mapping.js";
import { maxFileSize } from "./limits.js";
import { readManifest } from "./manifest.js";
import { readGroups } from "./rule-file.js";
import type { Source } from "./source.js";
import { sliceMap } from "./text-map.js";

/**
 * Reads the queries and rules of a file. `.promql` files are one query; everything else is YAML, of which JSON is a part.
 * Never throws: what keeps a file from being read is among the problems. A file without queries has none of either.
 */
export function readSource(path: string, text: string): Source {
  const collected: Collected = {
    path,
    text,
    queries: [],
    ruleFiles: [],
    problems: [],
    fields: new Map(),
    comments: [],
    seen: new Set(),
  };
  const unreadable = tooLarge(text) ?? notText(text);
  if (unreadable) collected.problems.push(unreadable);
  else if (path.endsWith(".promql")) readQuery(collected);
  else if (mayHoldRules(text)) readYaml(collected);
  const { queries, ruleFiles, problems, comments, fields } = collected;
  return { path, text, queries, ruleFiles, problems, comments, field: (field) => fields.get(field) };
}

/** Saves parsing what cannot hold rules: every rule file has a `groups` key, and every rule an `expr`. */
function mayHoldRules(text: string): boolean {
  return /groups|expr/.test(text);
}

function readQuery({ text, queries, fields }: Collected): void {
  const map = sliceMap({ from: text.startsWith("\ufeff") ? 1 : 0, to: text.length });
  const query = text.slice(map.offset(0));
  if (query.trim() === "") return;
  fields.set("", map);
  queries.push({ text: query, map, use: "range", field: "" });
}

function readYaml(collected: Collected): void {
  const { documents, comments, limit } = parseDocuments(collected.text);
  for (const comment of comments) collected.comments.push(comment);
  const several = documents.filter(({ root, problem, errors }) => root ?? problem ?? errors[0]).length > 1;
  const broken: Problem[] = [];
  for (const [k, document] of documents.entries()) {
    const [error] = document.errors;
    if (error) broken.push(syntaxProblem(error, collected.text));
    if (document.problem) collected.problems.push(document.problem);
    readDocument(new DocumentReader(collected, document), several ? `documents[${k}].` : "");
  }
  const action = broken.length > 0 ? helmAction(collected.text) : undefined;
  if (action) {
    if (/\bexpr\b/.test(collected.text)) collected.problems.push(helmProblem(action));
  } else {
    for (const problem of broken) collected.problems.push(problem);
  }
  if (limit) collected.problems.push(limit);
}

function readDocument(reader: DocumentReader, field: string): void {
  const entries = reader.peek(reader.root);
  if (!reader.root || !entries) return;

  if (entries.has("kind")) readManifest(reader, reader.root, field);
  const groups = entries.get("groups");
  if (!groups || !isRuleFile(reader, groups)) return;
  reader.entries(reader.root, "file");
  readGroups(reader, groups, `${field}groups`);
}

/** Other files have a `groups` key as well: cloud-init, for one. */
function isRuleFile(reader: DocumentReader, groups: Entry): boolean {
  if (/\bexpr\b/.test(reader.collected.text)) return true;
  return reader.peekItems(groups).some((group) => reader.peek(group)?.has("rules"));
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

function syntaxProblem(error: YamlError, text: string): Problem {
  const [from, to] = error.pos.map((at) => Math.min(at, text.length));
  const at = { from: from ?? 0, to: Math.max(from ?? 0, to ?? 0) };
  const message = `The document is not checked, since it is no valid YAML: ${error.message.replace(/^[A-Z](?![A-Z])/, (first) => first.toLowerCase())}`;
  const help = yamlHelp(error, text.slice(text.lastIndexOf("\n", at.from - 1) + 1).split("\n", 1)[0] ?? "");
  return { code: "yaml-syntax", severity: "error", at, message, ...(help && { help }) };
}

function yamlHelp({ code }: YamlError, line: string): string | undefined {
  if (/:\s+\{\{/.test(line)) return "put a text that begins with `{{` in quotes";
  if (code === "TAB_AS_INDENT") return "indent with spaces";
  if (code === "BLOCK_AS_IMPLICIT_KEY") return "put a text that holds `: ` in quotes, or write it as a block below `|`";
  return undefined;
}
