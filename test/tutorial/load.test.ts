import { expect, test } from "vitest";
import { loadLessons } from "../../src/tutorial/load.js";

const good = `---
version: 1
level: beginner
exercises:
  - id: count-targets
    kind: range
    wrong: values
    last: 30m
    uses: [count]
---

# Counting

To count is to know.

## How

With \`count\`.

## Exercise: Count the targets

How many are there?

\`\`\`promql start
sum(up)
\`\`\`

Take your time.

### Hint

Count them.

### Answer

\`\`\`promql answer
count(up)
\`\`\`

Now you know.
`;

async function loaded(text: string): Promise<Awaited<ReturnType<typeof loadLessons>>> {
  return loadLessons([{ path: "lessons/01-counting.md", text }]);
}

async function problemsOf(text: string): Promise<readonly string[]> {
  const { lessons, problems } = await loaded(text);
  expect(lessons).toEqual([]);
  return problems.map(({ at, message, help }) => `${at.line}:${at.column} ${message} | ${help ?? ""}`);
}

test("a good lesson", async () => {
  for (const text of [good, good.replaceAll("\n", "\r\n"), `\uFEFF${good}`]) {
    const { lessons, problems } = await loaded(text);
    expect(problems).toEqual([]);
    expect(lessons).toEqual([
      {
        ...{ name: "01-counting", title: "Counting", level: "beginner" },
        text: "To count is to know.\n\n## How\n\nWith `count`.",
        exercises: [
          {
            ...{ id: "count-targets", kind: "range", wrong: "values", last: 1800, step: 60, ago: 0, uses: ["count"] },
            ...{ title: "Count the targets", goal: "How many are there?\n\nTake your time." },
            ...{ start: "sum(up)", hints: ["Count them."], answer: "count(up)", lesson: "Now you know." },
            at: { path: "lessons/01-counting.md", line: 20, column: 1 },
          },
        ],
      },
    ]);
  }
});

test.each<[what: string, change: (text: string) => string, problems: readonly string[]]>([
  [
    "no front matter",
    (text) => text.slice(text.indexOf("#")),
    ["1:1 the lesson has no front matter | begin the file with `---`, the settings of its exercises, and `---`"],
  ],
  [
    "front matter without end",
    (text) => text.replace("---\n\n", "\n"),
    ["1:1 the lesson has no front matter | begin the file with `---`, the settings of its exercises, and `---`"],
  ],
  [
    "an unknown kind",
    (text) => text.replace("kind: range", "kind: rang"),
    ["6:11 `kind` is none of the values it can have | write `instant`, `range` or `alert`"],
  ],
  [
    "a construct that does not exist",
    (text) => text.replace("[count]", "[coutn]"),
    ["9:12 an item of `uses` is none of the values it can have | did you mean `count`?"],
  ],
  [
    "a duration of nothing",
    (text) => text.replace("30m", "0m"),
    [
      "8:11 `last` is not written as it must be | it holds this: Of a range: how long it is, such as 30m; an hour, if not given.",
    ],
  ],
  [
    "no title",
    (text) => text.replace("# Counting\n", ""),
    ["15:1 the lesson has no title | begin its text with a heading such as `# Counters`"],
  ],
  [
    "an exercise without settings",
    (text) => `${text}\n## Exercise: Another\n`,
    [
      "12:1 the text has 2 exercises, the front matter 1 | give each exercise an item of `exercises` and a heading `## Exercise: …`",
    ],
  ],
  [
    "text behind the exercise",
    (text) => `${text}\n## More\n\nNot seen.\n`,
    ["42:1 `More` stands behind the first exercise | move what is to be read before the exercises"],
  ],
  [
    "a part that does not exist",
    (text) => text.replace("### Hint", "### Hnit"),
    [
      "30:1 an exercise has no part `Hnit` | call it `Hint` or `Answer`",
      "20:1 the exercise has no hint | add a part `### Hint`",
    ],
  ],
  [
    "no start",
    (text) => text.replace("promql start", "promql"),
    ["20:1 the exercise has no start | write the query between ```promql start and ```"],
  ],
  [
    "no answer",
    (text) => text.slice(0, text.indexOf("### Answer")),
    ["20:1 the exercise has no answer | give it one part `### Answer`"],
  ],
  [
    "an answer without a query",
    (text) => text.replace("promql answer", "promql"),
    ["34:1 the answer has no query | write the query between ```promql answer and ```"],
  ],
  [
    "an answer that is rejected",
    (text) => text.replace("count(up)", "cuont(up)"),
    ["37:1 the answer is rejected: Prometheus has no function `cuont` | correct the query"],
  ],
])("%s", async (_, change, problems) => {
  expect(await problemsOf(change(good))).toEqual(problems);
});

test("an id that is taken", async () => {
  const { lessons, problems } = await loadLessons([
    { path: "01.md", text: good },
    { path: "02.md", text: good },
  ]);
  expect(lessons).toHaveLength(2);
  expect(problems).toEqual([
    {
      at: { path: "02.md", line: 20, column: 1 },
      message: "the id `count-targets` is taken by the exercise at 01.md:20",
      help: "give the exercise an id of its own",
    },
  ]);
});
