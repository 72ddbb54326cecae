import type { DocumentReader } from "../files/document-reader.js";
import { openDocument } from "./open-document.js";

/** What a text holds: a test script of PromQL, unit tests of rules, or neither. */
export type TestKind = "script" | "unit-tests" | "neither";

/** Finds out what a text holds: a name that ends in `.test` is that of a script. */
export function testKind(path: string, text: string): TestKind {
  if (path.endsWith(".test")) return "script";
  if (/^(?:\ufeff)?(?:\s*(?:#.*)?\n)*\s*(?:load(?:_with_nhcb)?|eval(?:_\w+)?|clear)(?=\s|$)(?!\s*:)/i.test(text))
    return "script";
  return holdsUnitTests(openDocument(path, text)) ? "unit-tests" : "neither";
}

function holdsUnitTests(reader: DocumentReader): boolean {
  const entries = reader.peek(reader.root);
  return entries !== undefined && (entries.has("tests") || entries.has("rule_files")) && !entries.has("groups");
}
