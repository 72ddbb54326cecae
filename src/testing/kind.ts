import { firstLine } from "../engine/readers/first-line.js";
import type { DocumentReader } from "../files/document-reader.js";
import { isUnitTestFile } from "../files/unit-test-file.js";
import { openDocument } from "./open-document.js";
import { unitTestFileFields } from "./read-unit-test.js";

/** What a text holds: a test script of PromQL, unit tests of rules, or neither. */
export type TestKind = "script" | "unit-tests" | "neither";

/** `load:` is a field of YAML. */
const startsScript = /^(?:load(?:_with_nhcb)?|eval(?:_\w+)?|clear)(?=\s|$)(?!\s*:)/i;

/** Finds out what a text holds: a name that ends in `.test` is that of a script. */
export function testKind(path: string, text: string): TestKind {
  if (path.endsWith(".test")) return "script";
  if (startsScript.test(firstLine(text))) return "script";
  return holdsUnitTests(openDocument(path, text)) ? "unit-tests" : "neither";
}

function holdsUnitTests(reader: DocumentReader): boolean {
  const entries = reader.peek(reader.root);
  if (!entries) return false;
  if (entries.has("rule_files") || isUnitTestFile(reader, entries)) return true;
  // Other tools have tests of their own, beside other fields.
  return entries.has("tests") && Array.from(entries.keys()).every((name) => unitTestFileFields.includes(name));
}
