import fc from "fast-check";
import picocolors from "picocolors";
import stringWidth from "string-width";
import { expect, test } from "vitest";
import { formatCheckstyle } from "../../src/report/checkstyle.js";
import { formatCompact } from "../../src/report/compact.js";
import { formatGithub } from "../../src/report/github.js";
import { formatGitlab } from "../../src/report/gitlab.js";
import { formatJson } from "../../src/report/json.js";
import { formatJunit } from "../../src/report/junit.js";
import { formatQueryDiagnostic } from "../../src/report/query-diagnostic.js";
import { queryReport } from "../../src/report/report.js";
import { formatSarif } from "../../src/report/sarif.js";
import { formatTerminal } from "../../src/report/terminal.js";
import { shownCharacters, visible } from "../../src/report/visible.js";
import { context } from "./context.js";
import { readXml } from "./xml.js";

const fragment = fc.oneof(
  fc.string({ unit: "binary" }),
  fc.string({ unit: "grapheme" }),
  fc.constantFrom(
    "\t",
    "\n",
    "\r\n",
    "\r",
    "\u001b[31m",
    "\u202e",
    "\u0301",
    "東",
    "👩‍👩‍👧",
    "🇩🇪",
    "\ud800",
    "\u200d",
    "up ",
    "",
  ),
);
const text = fc.array(fragment, { maxLength: 30 }).map((fragments) => fragments.join(""));
const span = fc.tuple(fc.integer({ min: -3, max: 300 }), fc.integer({ min: -3, max: 40 })).map(([from, length]) => ({
  from,
  to: from + length,
}));
const diagnostic = fc.record({
  code: text,
  severity: fc.constantFrom("error" as const, "warning" as const, "info" as const),
  at: span,
  message: text,
  help: text,
  prometheus: text,
  because: fc.array(fc.record({ at: span, message: text }), { maxLength: 3 }),
  fixes: fc.array(
    fc.record({
      title: text,
      safety: fc.constantFrom("safe" as const, "review" as const, "suggestion" as const),
      edits: fc.tuple(span, text).map(([at, insert]) => [{ ...at, insert }]),
    }),
    { maxLength: 2 },
  ),
});
const width = fc.integer({ min: 0, max: 60 });
const unsafe = /(?!\n)[\p{Cc}\p{Surrogate}\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/u;
const styling = new RegExp("\\u001b\\[\\d+m", "g");

test("no text and no span makes a report throw, or lets a control character through", () => {
  fc.assert(
    fc.property(
      text,
      fc.array(diagnostic, { maxLength: 3 }),
      width,
      fc.boolean(),
      (query, diagnostics, columns, on) => {
        const report = queryReport(query, diagnostics, query.slice(0, 9));
        const output = formatTerminal([report], { colors: picocolors.createColors(on), width: columns });
        expect(on ? output.replace(styling, "") : output).not.toMatch(unsafe);
        for (const each of diagnostics) expect(formatQueryDiagnostic(query, each)).not.toMatch(unsafe);
        JSON.parse(formatJson([report]));
        JSON.parse(formatSarif([report], context));
        JSON.parse(formatGitlab([report], context));
        readXml(formatJunit([report]));
        readXml(formatCheckstyle([report]));
        expect(formatGithub([report]).split("\n")).toHaveLength(diagnostics.length + 1);
        expect(formatCompact([report]).split("\n")).toHaveLength(diagnostics.length + 1);
      },
    ),
  );
});

test("marks begin in the column where what they mark begins, and are as wide", () => {
  const part = text.map((some) => some.replace(/[\r\n]/g, ""));
  fc.assert(
    fc.property(part, part, part, (before, marked, after) => {
      const query = `|${before} (${marked} ) ${after}|`;
      const at = { from: before.length + 2, to: before.length + marked.length + 5 };
      const output = formatQueryDiagnostic(query, { code: "a", severity: "error", at, message: "b" });
      const marks = output.split("\n")[2] ?? "";
      expect(marks.indexOf("^")).toBe(2 + stringWidth(visible(`|${before} `)));
      expect(marks.trimStart().length).toBe(stringWidth(visible(`(${marked} )`)));
    }),
  );
});

test("in a cut line, marks stand under the word they mark", () => {
  const part = text.map((some) => some.replace(/[\r\n]/g, "") + " ");
  fc.assert(
    fc.property(part, part, width, (before, after, columns) => {
      const at = { from: before.length, to: before.length + 2 };
      const report = queryReport(`${before}@@ ${after}`, [{ code: "a", severity: "error", at, message: "b" }]);
      const [, , line = "", marks = ""] = formatTerminal([report], {
        colors: picocolors.createColors(false),
        width: columns,
      }).split("\n");
      expect(stringWidth(line)).toBeLessThanOrEqual(Math.max(columns, 20 + 4));
      expect(marks.trimEnd().slice(-2)).toBe("^^");
      expect(widthBefore(line, "@@", stringWidth(marks) - 2)).toBe(true);
    }),
  );
});

/** Whether the word stands in a line so that it begins in a column. */
function widthBefore(line: string, word: string, column: number): boolean {
  return Array.from(line.matchAll(new RegExp(word, "g"))).some(
    ({ index }) => stringWidth(line.slice(0, index)) === column,
  );
}

test("what is shown as it is takes a column at least", () => {
  const character = fc.oneof(fc.string({ unit: "grapheme", minLength: 1, maxLength: 1 }), fragment);
  fc.assert(
    fc.property(character, (text) => {
      for (const { from, to, shown } of shownCharacters(text)) {
        const written = text.slice(from, to);
        if (shown === written) expect(stringWidth(written), written).toBeGreaterThan(0);
        else
          expect(
            stringWidth(written) === 0 || /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/u.test(written),
            written,
          ).toBe(true);
      }
    }),
    { numRuns: 1000 },
  );
});
