import { describe, expect, test } from "vitest";
import { readPage, withOutputs } from "../../src/lint/page.js";

const page = `# a-rule

What goes wrong
on two lines.

## Examples

\`\`\`promql bad use=alert
up[5m]
\`\`\`
\`\`\`output
old
\`\`\`

\`\`\`promql good
up
\`\`\`

\`\`\`promql bad
sum(
  up[5m]
)
\`\`\`

\`\`\`promql
not an example
\`\`\`
`;

describe("readPage", () => {
  test("reads title, first paragraph and examples", () => {
    expect(readPage(page)).toEqual({
      title: "a-rule",
      summary: "What goes wrong\non two lines.",
      examples: [
        { kind: "bad", query: "up[5m]", options: new Map([["use", "alert"]]), output: "old" },
        { kind: "good", query: "up", options: new Map() },
        { kind: "bad", query: "sum(\n  up[5m]\n)", options: new Map() },
      ],
    });
  });

  test("of an empty page there is nothing", () => {
    expect(readPage("")).toEqual({ title: "", summary: "", examples: [] });
  });
});

describe("withOutputs", () => {
  const written = withOutputs(page, ({ query }) => `of ${query.length}: $& $1`);

  test("writes an output below each bad example, as it is", () => {
    expect(readPage(written).examples.map(({ kind, output }) => [kind, output])).toEqual([
      ["bad", "of 6: $& $1"],
      ["good", undefined],
      ["bad", "of 15: $& $1"],
    ]);
  });

  test("changes nothing else, and nothing at all the second time", () => {
    const lines = (text: string) => text.split("\n").filter((line) => !/^(old|of .*|```output|```)$/.test(line));
    expect(lines(written)).toEqual(lines(page));
    expect(withOutputs(written, ({ query }) => `of ${query.length}: $& $1`)).toBe(written);
  });
});
