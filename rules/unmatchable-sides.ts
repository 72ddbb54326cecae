import { bothSelected } from "../src/analysis/both-selected.js";
import { holding, readsAbsence } from "../src/analysis/marks.js";
import { matchConflict, matchesVectors } from "../src/analysis/labels/match-conflict.js";
import { defineRule } from "../src/lint/rule.js";
import type { Binary } from "../src/syntax/ast.js";
import type { Fix } from "../src/syntax/problem.js";
import { nodesOf } from "../src/syntax/walk.js";

export const unmatchableSides = defineRule({
  id: "unmatchable-sides",
  summary: "Two sides whose labels always differ never match",
  category: "matching",
  severity: "error",
  subject: "query",
  needs: "Binary",

  *check({ root, text }) {
    const holdsAbsence = holding(root, "Call", readsAbsence);
    for (const binary of nodesOf(root, "Binary")) {
      if (binary.op.text === "or" || binary.fill || !matchesVectors(binary)) continue;

      const conflict = matchConflict(binary);
      if (!conflict || holdsAbsence(binary.span)) continue;

      const { label, left, right } = conflict;
      yield {
        at: binary.op.span,
        message: `no series of the two sides agree in \`${label}\`, so \`${binary.op.text}\` ${outcome(binary)}`,
        because: [
          { at: left.span, message: `left: ${left.why}` },
          { at: right.span, message: `right: ${right.why}` },
        ],
        fixes: fixesFor(binary, text),
      };
    }
  },
});

function fixesFor(binary: Binary, text: string): readonly Fix[] {
  const both = bothSelected(binary, text);
  return both ? [{ title: both.title, safety: "suggestion", edits: [{ ...binary.span, insert: both.query }] }] : [];
}

function outcome({ op }: Binary): string {
  return op.text === "unless" ? "removes nothing" : "returns nothing";
}
