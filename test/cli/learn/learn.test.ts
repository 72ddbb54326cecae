import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { course } from "../../tutorial/course.js";
import { command, type Outcome, promqlLint } from "../command.js";
import { folderWith } from "../folder.js";

const answer = 'rate(node_cpu_seconds_total{mode="idle"}[1m])';
const solved = "1 of 52 exercises solved.";

function learn(input: string, args: readonly string[] = [], state = folderWith({})): Promise<Outcome> {
  return promqlLint(["learn", ...args], { input, env: { XDG_STATE_HOME: state, NO_COLOR: "1" } });
}

test("an exercise, from the start to the next one", async () => {
  const state = folderWith({});
  const typed = ['node_cpu_seconds_total{mode="idle"}[1m]', "hint", "explain", answer, "explain", "next", "quit"];
  const { status, stdout, stderr } = await learn(typed.join("\n"), [], state);
  expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
  const replies = stdout.split(/^promql> /m).slice(1);
  expect(replies[0]).toContain("error: a range vector holds many samples per series");
  expect(replies[0]).toContain("not yet: mend what is found in the query\n");
  expect(replies[0]).toContain("help: `node_cpu_seconds_total` is a counter: hand its samples to a function that");
  expect(replies[0]).not.toContain("rate(node");
  expect(replies[1]).toContain("Hint 1 of 2: The query gives a range vector.");
  expect(replies[2]).toContain("The samples of the last 1 minute");
  expect(replies[3]).toContain("6 series from 2026-03-02T11:00:00Z");
  expect(replies[3]).toContain("That is right.\n");
  expect(replies[4]).toContain("How fast each counter grows per second");
  expect(replies[5]).toContain("Lesson 2 of 23: Choose series by their labels");
  expect(replies[6]).toBe(`quit\n${solved}\n\`promql-lint learn\` goes on from here.\n`);
  const kept: unknown = JSON.parse(readFileSync(path.join(state, "promql-lint", "course.json"), "utf8"));
  expect(kept).toMatchObject({ exercise: "idle-of-one-cpu", solved: { "idle-as-graph": answer } });

  const { stdout: resumed } = await learn("back\nreset\n", [], state);
  expect(resumed).toMatch(new RegExp(`^${solved}\\n`));
  expect(resumed).toContain("Exercise: Draw how idle the CPUs are (solved)\n");
  expect(resumed).toContain("\n0 of 52 exercises solved.\n");
});

test("every word does what it says, also at the ends of the course", async () => {
  const typed = ["back", "explain", "answer", "goal", "text", "lesson", "lesson 99", "lesson incident", "lesson 1"];
  const helped = [
    "help rate",
    "explain sum()",
    "help selector",
    "help rabbit",
    "help lable",
    "help mode",
    "help idle",
    "help me with rate",
    "help range",
    "help =~",
    "Draw up",
    "promql> help node_load1",
    "rate",
  ];
  const { stdout } = await learn([...typed, "help", "hnt", "hint", "hint", "hint", ...helped].join("\n"));
  const replies = stdout.split(/^promql> /m).slice(1);
  const said = [
    "This is the first exercise.",
    "The samples of the last 1 minute",
    `  ${answer}\n`,
    "Start from this query, which is wrong:",
    "Lesson 1 of 23: One value, or many",
    ">  1  0/1  01-range-vectors",
    "There is no lesson `99`.",
    "Lesson 23 of 23: An incident, from start to end",
    "Lesson 1 of 23: One value, or many",
    "  reset    forget what you did in this exercise\n",
    "`hnt` is no metric here. Did you mean the order `hint`?",
    "Hint 1 of 2",
    "Hint 2 of 2",
    "There are no more hints.",
    "How fast each counter grows per second, on average over the range",
    "The sum of the series of each group.\n",
    "The word means a metric's name, matchers in braces, or both.",
    "`rabbit` is no function, no aggregation, no metric and no word that is known\nhere.",
    "`lable` is no word that is known here. Did you mean `label`? The word means a",
    '`mode`: it is a label; write `node_cpu_seconds_total{mode="…"}`',
    '`idle`: it is a value of the label `mode`; write\n`node_cpu_seconds_total{mode="idle"}`',
    "How fast each counter grows per second, on average over the range",
    "help range\n\nThe word means how far back a query reads, in brackets: `[5m]`.\n",
    "in braces, the value of the label fits a regular expression",
    "not yet: `Draw` is no part of a query\n",
    "Gauge",
    "`rate(node_cpu_seconds_total[1m])`",
  ];
  expect(replies).toHaveLength(said.length + 1);
  for (const [k, text] of said.entries()) expect(replies[k]).toContain(text);
  const lengths = [1, 9].flatMap((k) => (replies[k] ?? "").split("\n").map((line) => line.length));
  expect(Math.max(...lengths)).toBeLessThanOrEqual(80);
});

test("what is not solved, what is only lucky, and what is not complete is said", async () => {
  const typed = [
    "lesson 22",
    "next",
    "increase(kube_pod_container_status_restarts_total[1h]) >= 3",
    "next",
    "lesson fortytwo",
    "lesson two again",
  ];
  const { stdout } = await learn([...typed, "avg by (job)"].join("\n"));
  const replies = stdout.split(/^promql> /m).slice(1);
  expect(replies[1]).toMatch(
    /^next\n\nExercise 1 of lesson 22 is not solved yet; `back` returns to it\.\n\nExercise 2 of 2/,
  );
  expect(replies[2]).toContain("\nThat is right. On other data it may not be: look at the comparison `>=`.\n");
  expect(replies[3]).toMatch(/^next\n\nLesson 23 of 23/);
  expect(replies[4]).toContain("There is no lesson `fortytwo`. Give its number or its name; `lesson` lists them.");
  expect(replies[5]).toContain("Lesson 2 of 23: Choose series by their labels");
  expect(replies[6]).toContain("\nGo on: the query ends where `(` and what is aggregated belongs. An empty line ends");
});

test("any input leaves it usable", async () => {
  const garbage = [
    ...["\x1b[2J\x07", "\u202eup", "}}}{{{", ")", '"', "'''", "`", "# only a comment", "$__rate_interval", "\0"],
    ...["(".repeat(5_000), "a".repeat(100_000), `${"up or ".repeat(2_000)}up`, "\u{1f600}", "up".repeat(3)],
    ...['count_over_time({__name__=~".+"}[24h:1s])', "rat(up[5m]", "", "quit now"],
  ];
  const { status, stdout, stderr } = await learn(`${garbage.join("\n")}\n\n${answer}\n`);
  expect({ status, stderr }).toEqual({ status: 0, stderr: "" });

  expect(stdout).not.toMatch(/[\0-\x09\x0b-\x1f\x7f\u202e]/);
  expect(stdout).toContain("the query has 100000 characters, more than the 20000\n");
  expect(stdout).toContain("That is right.");
  expect(stdout).toContain(solved);
});

describe("queries of several lines", () => {
  test("an open bracket, an operator at the end, and one at the start go on", async () => {
    const lines = ["rate(", '  node_cpu_seconds_total{mode="idle"}[1m]', ")", "0 +", answer, "* 1"];
    const { stdout } = await learn(`${lines.join("\n")}\n`);
    expect(stdout.match(/That is right\./g)).toHaveLength(3);
  });

  test("an empty line, a word or the end of the input ends a query that is not complete", async () => {
    const { stdout } = await learn("sum(\n\nsum(\nhint\nsum(");
    expect(stdout.match(/`\(` is never closed/g)).toHaveLength(3);
    expect(stdout).toContain("Hint 1 of 2");
    expect(stdout.match(/`\(` is still open: go on\./g)).toHaveLength(3);
    expect(stdout).toContain("  (...> ");
  });

  test("a line that is the whole query again takes the place of the broken one", async () => {
    const { stdout } = await learn(`${answer.slice(0, -1)}\n${answer}\n`);
    expect(stdout).toContain("This line is read as the query written anew, without what was there before.\n");
    expect(stdout).toContain("That is right.");
  });
});

describe("how it starts", () => {
  test("with a lesson", async () => {
    const { stdout } = await learn("", ["increase"]);
    expect(stdout).toContain("Lesson 5 of 23: How much in all");
  });

  test.each(["lesson 5", "How much in all", "five"])("with a lesson called %s", async (name) => {
    const { stdout } = await learn("", [name, "--no-save"]);
    expect(stdout).toContain("Lesson 5 of 23: How much in all");
  });

  test("goes on later at the lesson that was named, and at the beginning after --fresh", async () => {
    const state = folderWith({});
    await learn(`${answer}\n`, [], state);
    await learn("quit\n", ["4"], state);
    expect((await learn("", [], state)).stdout).toContain("Lesson 4 of 23");
    await learn("quit\n", ["--fresh"], state);
    expect((await learn("", ["--list"], state)).stdout).toContain(">  1  0/1");
  });

  test("with a lesson that does not exist", async () => {
    expect(await learn("", ["inc\x1bident"])).toEqual({
      status: 2,
      stdout: "",
      stderr: "promql-lint: there is no lesson `inc\\u{1b}ident`\nhelp: did you mean `incident`?\n",
    });
  });

  test("anew, with --fresh, and without a trace, with --no-save", async () => {
    const state = folderWith({});
    await learn(`${answer}\n`, [], state);
    expect((await learn("", ["--list"], state)).stdout).toContain(solved);
    expect((await learn(`${answer}\n`, ["--no-save", "--list"], state)).stdout).toContain("0 of 52");
    expect((await learn("hint\n", ["--fresh"], state)).stdout).toContain("0 of 52");
    expect((await learn("", ["--list"], state)).stdout).toContain("0 of 52");
    const untouched = folderWith({});
    await learn(`${answer}\n`, ["--no-save"], untouched);
    expect(existsSync(path.join(untouched, "promql-lint"))).toBe(false);
  });

  test("with a file of progress that is none, of which a copy is kept", async () => {
    const state = folderWith({ "promql-lint/course.json": "{ not JSON" });
    const file = path.join(state, "promql-lint", "course.json");
    const { status, stderr } = await learn("", [], state);
    expect(status).toBe(0);
    expect(stderr).toBe(
      `promql-lint: ${file} holds no progress of the course\nhelp: the course starts from the beginning; a copy is kept in ${file}.unreadable\n`,
    );
    expect(readFileSync(`${file}.unreadable`, "utf8")).toBe("{ not JSON");
  });

  test("where progress cannot be kept, which is said once", async () => {
    const file = path.join(folderWith({ state: "a file" }), "state");
    const { status, stdout, stderr } = await learn("hint\nhint\n", [], file);
    expect(status).toBe(0);
    expect(stdout).toContain("Hint 2 of 2");
    expect(stderr.match(/your progress cannot be kept/g)).toHaveLength(1);
  });
});

const hasScript = spawnSync("script", ["--version"]).status === 0;

/** Something to type, and what is shown when the next may be typed: a new prompt, if it is not said. */
type Typed = string | readonly [text: string, shown: string];

/** Types at a pseudo-terminal, then Ctrl-D, and returns what it shows. */
async function typeAll(texts: readonly Typed[]): Promise<string> {
  const line = [process.execPath, command, "learn", "--no-save"].map((word) => `"${word}"`).join(" ");
  const env = { ...process.env, TERM: "xterm", LC_ALL: "C.UTF-8", NO_COLOR: "1", CI: "" };
  const child = spawn("script", ["-qefc", line, "/dev/null"], { env });
  const pending = [...texts];
  let [output, unanswered] = ["", ""];
  let isDone = (text: string) => text.endsWith(prompt);
  child.stdout.on("data", (chunk: Buffer) => {
    output += chunk.toString();
    unanswered += chunk.toString();
    if (!isDone(unanswered)) return;
    unanswered = "";
    const next = pending.shift() ?? "\x04";
    const [keys, shown] = typeof next === "string" ? [next] : next;
    isDone = (text) => (shown === undefined ? text.endsWith(prompt) : text.includes(shown));
    child.stdin.write(keys);
  });
  await once(child, "close");
  return output;
}

/** What readline writes last when it waits for a line. */
const prompt = "promql> \x1b[9G";

describe.runIf(hasScript)("at a terminal", () => {
  test("the whole course, from its first exercise to its last", async () => {
    const exercises = course.lessons.flatMap((lesson) => lesson.exercises);
    const oneLine = (query: string) => query.replace(/\s*\n\s*/g, " ");
    const typed = exercises.flatMap((exercise) => [
      `${oneLine(exercise.start)}\r`,
      `${oneLine(exercise.answer)}\r`,
      "next\r",
    ]);
    const output = await typeAll(typed);
    expect(output.match(/That is right\./g)).toHaveLength(exercises.length);
    expect(output).toContain(
      `This was the last exercise. ${exercises.length} of ${exercises.length} exercises solved.`,
    );
  });

  test("Ctrl-C clears the line, Tab completes, the arrow brings back, Ctrl-D leaves", async () => {
    const output = await typeAll([
      ["\x1b[A", '{mode="idle"}[1m]'],
      "\x03",
      "rubbish\x03",
      "\x03",
      ["rate(node_cpu_seconds_to\t", "total"],
      ["{mo\t", "mode"],
      ['="id\t', "idle"],
      '"}[1m])\r',
      ["\x1b[A", "[1m])"],
      "\r",
    ]);
    expect(output).toContain("`quit` or Ctrl-D leaves.");
    expect(output.match(/That is right\./g)).toHaveLength(2);
    expect(output).toContain(solved);
  });
});
