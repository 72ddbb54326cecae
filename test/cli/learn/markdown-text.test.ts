import picocolors from "picocolors";
import { expect, test } from "vitest";
import { markdownText } from "../../../src/cli/learn/markdown-text.js";

const plain = picocolors.createColors(false);

test.each<[markdown: string, text: string]>([
  ["One.\nTwo.\n\nThree.", "One. Two.\n\nThree.\n"],
  ["A _series_ of `node_cpu` is\n`_not_` one.", "A series of `node_cpu` is\n`_not_` one.\n"],
  ["1024 \\* 1024", "1024 * 1024\n"],
  ["## A heading\n\nText.", "A heading\n\nText.\n"],
  ["- one\n  goes on\n- two", "- one goes on\n- two\n"],
  ["| a | b |\n| - | - |", "| a | b |\n| - | - |\n"],
  ["```promql\nup\n```\n\n```output\n1  2\n\n# 3\n```\n\nEnd.", "  up\n\n1  2\n\n# 3\n\nEnd.\n"],
  ["A line that is longer than thirty columns.", "A line that is longer than\nthirty columns.\n"],
  ["\x1b[31mred\x07", "\\u{1b}[31mred\\u{7}\n"],
  ["", "\n"],
])("%j", (markdown, text) => {
  expect(markdownText(markdown, 30, plain)).toBe(text);
});

test("columns of a table are aligned in colours, which take the marks of code away", () => {
  const colors = picocolors.createColors(true);
  const rows = ["| a     | b   |", "| ----- | --- |", "| `one` | two |", "| `a\\|b`  | c   |"];
  expect(markdownText(rows.join("\n"), 30, colors)).toBe(
    [
      "| a    | b   |",
      "| ---- | --- |",
      `| ${colors.cyan("one")}  | two |`,
      `| ${colors.cyan("a\\|b")} | c   |`,
      "",
    ].join("\n"),
  );
});

test("code has a colour where there are colours", () => {
  const colors = picocolors.createColors(true);
  expect(markdownText("`up`\n\n```promql\nup\n```", 30, colors)).toBe(
    `${colors.cyan("up")}\n\n  ${colors.cyan("up")}\n`,
  );
});
