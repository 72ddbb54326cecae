import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { hideProgress, progressFor, startProgress, wantsProgress, type Progress } from "../../src/cli/progress.js";
import { folderWith, recording } from "./folder.js";

const clear = "\r\x1b[K";

/** Progress on a terminal that can be read, at a time that can be set. */
function watched(total: number): { progress: Progress; written: string[]; clock: { now: number } } {
  const written: string[] = [];
  const clock = { now: 1_000 };
  const progress = startProgress(total, "files", { isTTY: true, write: (text) => written.push(text) }, () => clock.now);
  return { progress, written, clock };
}

describe("a line of progress", () => {
  test("is not drawn in the first half of a second", () => {
    const { progress, written, clock } = watched(3);
    for (const now of [1_100, 1_300, 1_499]) {
      clock.now = now;
      progress.step();
    }
    progress.end();
    expect(written).toEqual([]);
  });

  test("is drawn at most ten times a second, and taken away at the end", () => {
    const { progress, written, clock } = watched(200);
    for (let k = 0; k < 200; k++) {
      clock.now += 10;
      progress.step();
    }
    progress.end();
    expect(written).toHaveLength(17);
    expect(written[0]).toBe(`${clear}50/200 files`);
    expect(written.at(-2)).toBe(`${clear}200/200 files`);
    expect(written.at(-1)).toBe(clear);
  });

  test("makes room for another text, and comes back", () => {
    const { progress, written, clock } = watched(9);
    clock.now = 2_000;
    progress.step();
    hideProgress();
    hideProgress();
    clock.now = 2_200;
    progress.step();
    progress.end();
    hideProgress();
    expect(written).toEqual([`${clear}1/9 files`, clear, `${clear}2/9 files`, clear]);
  });
});

const terminal = { isTTY: true, write: () => undefined };
const pipe = { write: () => undefined };

test.each([
  ["on a terminal", true, true, true, {}, true],
  ["with the report in a file or a pipe", true, false, true, {}, true],
  ["with a report for programs in a pipe", true, false, false, {}, true],
  ["with a report for programs on the same terminal", true, true, false, {}, false],
  ["where standard error is no terminal", false, true, true, {}, false],
  ["in CI", true, true, true, { CI: "true" }, false],
  ["with an empty CI", true, true, true, { CI: "" }, true],
  ["on a terminal that cannot go back", true, true, true, { TERM: "dumb" }, false],
])("%s", (_, isErrTerminal, isOutTerminal, forPeople, env, expected) => {
  const surroundings = { stderr: isErrTerminal ? terminal : pipe, stdout: isOutTerminal ? terminal : pipe, env };
  expect(wantsProgress({ quiet: false, forPeople }, surroundings)).toBe(expected);
  expect(wantsProgress({ quiet: true, forPeople }, surroundings)).toBe(false);
});

test("what is not wanted writes nothing", () => {
  const written: string[] = [];
  const stderr = { write: (text: string) => written.push(text) };
  const progress = progressFor({ what: "files", quiet: false, forPeople: true }, { stdout: pipe, stderr, env: {} })(1);
  progress.step();
  progress.end();
  expect(written).toEqual([]);
});

const command = fileURLToPath(new URL("../../dist/cli/main.js", import.meta.url));
const hasScript = spawnSync("script", ["--version"]).status === 0;
const environment = { ...process.env, CI: "", TERM: "xterm", NO_COLOR: "1" };

/** Enough files, none like another, for seconds of work. */
function manyFiles(): string {
  const rules = Array.from({ length: 60 }, (__, k) => `  - record: r${k}\n    expr: sum(rate(a_total[5m])) / ${k}\n`);
  const textOf = (k: number) => recording("up") + rules.join("").replaceAll("a_total", `a${k}_total`);
  return folderWith(Object.fromEntries(Array.from({ length: 400 }, (__, k) => [`${k}.yaml`, textOf(k)])));
}

describe.runIf(hasScript)("on a real terminal", () => {
  test("a long run shows how far it is, and leaves nothing", () => {
    const line = `"${process.execPath}" "${command}" .`;
    const { status, stdout } = spawnSync("script", ["-qefc", line, "/dev/null"], {
      cwd: manyFiles(),
      env: environment,
      encoding: "utf8",
    });
    expect(status, stdout).toBe(0);
    expect(stdout).toMatch(/\r\x1b\[K\d+\/400 files\r\x1b\[K/);
    expect(stdout.endsWith(clear)).toBe(true);
  });

  test("Ctrl-C ends the run at once, behind the line", async () => {
    const line = `"${process.execPath}" "${command}" .`;
    const child = spawn("script", ["-qefc", line, "/dev/null"], { cwd: manyFiles(), env: environment });
    let output = "";
    child.stdout.on("data", (chunk: Buffer) => {
      if (!output.includes("/400 files") && chunk.includes("/400 files")) child.stdin.write("\x03");
      output += chunk.toString();
    });
    const [status] = (await once(child, "close")) as [number | null];
    expect(status).toBe(130);
    expect(output).toMatch(/\d+\/400 files(?:\^C)?$/);
  });
});
