import { mkdirSync, symlinkSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { promqlLint } from "./command.js";
import { folderWith } from "./folder.js";

const bad = "node_load1[5m]";

/** The files in which something is found, as they are called. */
async function found(cwd: string, ...args: readonly string[]): Promise<readonly (string | undefined)[]> {
  const { stdout } = await promqlLint(["-f", "json", ...args], { cwd });
  return [...stdout.matchAll(/"path": "(.*)"/g)].map(([, name]) => name);
}

describe("files are left out", () => {
  const cwd = () => {
    const folder = folderWith({
      ".gitignore": "/built/\n*.gen.promql\n!kept.gen.promql\ndeep/skipped\n",
      ".promql-lintignore": "legacy/\n",
      ".promql-lintrc.yaml": "ignorePatterns: [drafts/]",
      "a.promql": bad,
      "b.gen.promql": bad,
      "kept.gen.promql": bad,
      "built/c.promql": bad,
      "deep/.gitignore": "*.tmp.promql\n!back.gen.promql\n",
      "deep/back.gen.promql": bad,
      "deep/d.tmp.promql": bad,
      "deep/skipped/e.promql": bad,
      "deep/built/f.promql": bad,
      "legacy/g.promql": bad,
      "drafts/h.promql": bad,
    });
    mkdirSync(path.join(folder, ".git"));
    return folder;
  };
  const left = ["a.promql", "deep/back.gen.promql", "deep/built/f.promql", "kept.gen.promql"];

  test("as .gitignore at every level, .promql-lintignore and the configuration say", async () => {
    expect(await found(cwd(), ".")).toEqual(left);
  });

  test("from a folder of the repository too", async () => {
    const folder = cwd();
    expect(await found(path.join(folder, "deep"), ".")).toEqual(["back.gen.promql", "built/f.promql"]);
    expect(await found(path.join(folder, "legacy"), ".")).toEqual([]);
  });

  test("without a word, though they are named", async () => {
    const outcome = await promqlLint(["legacy/g.promql", "b.gen.promql", "built/*.promql"], { cwd: cwd() });
    expect(outcome).toEqual({ status: 0, stdout: "", stderr: "" });
  });

  test("--no-ignore takes all of them", async () => {
    expect(await found(cwd(), ".", "--no-ignore")).toHaveLength(10);
  });

  test("--ignore-path stands in for .promql-lintignore", async () => {
    const folder = folderWith({
      ".promql-lintignore": "a.promql",
      other: "b.promql",
      "a.promql": bad,
      "b.promql": bad,
    });
    expect(await found(folder, ".")).toEqual(["b.promql"]);
    expect(await found(folder, ".", "--ignore-path", "other")).toEqual(["a.promql"]);
    const { status, stderr } = await promqlLint([".", "--ignore-path", "none"], { cwd: folder });
    expect([status, stderr]).toEqual([3, "promql-lint: --ignore-path none: no such file or folder\n"]);
  });

  test("--ignore-pattern beats what files say", async () => {
    const folder = folderWith({
      ".promql-lintignore": "*.promql",
      "a.promql": bad,
      "b.promql": bad,
      "c/d.promql": bad,
    });
    expect(await found(folder, ".", "--ignore-pattern", "!a.*", "--ignore-pattern", "!c/**")).toEqual([
      "a.promql",
      "c/d.promql",
    ]);
  });

  test("from standard input by its name; with --fix it comes out as it is", async () => {
    const args = ["--stdin", "--stdin-filename", "legacy/x.promql"];
    expect(await promqlLint(args, { cwd: cwd(), input: bad })).toEqual({ status: 0, stdout: "", stderr: "" });
    const text = `${bad} # as it is\n`;
    expect(await promqlLint([...args, "--fix-review"], { cwd: cwd(), input: text })).toEqual({
      status: 0,
      stdout: text,
      stderr: "",
    });
  });

  test("by fmt as well", async () => {
    const { stdout, status } = await promqlLint(["fmt", "--check", "."], {
      cwd: folderWith({ ".promql-lintignore": "a.*", "a.promql": "sum( up)", "b.promql": "sum( up)" }),
    });
    expect([stdout, status]).toEqual(["b.promql\n", 1]);
  });

  test("but not a file outside of the folder that says so", async () => {
    const folder = folderWith({ "in/.gitignore": "*", "in/a.promql": bad, "out/b.promql": bad });
    expect(await found(path.join(folder, "in"), "../out")).toEqual(["../out/b.promql"]);
  });
});

describe("names", () => {
  test.each([
    "with space.promql",
    "[brackets].promql",
    "größe ✓.promql",
    "{a,b}.promql",
    "star*.promql",
    "!bang.promql",
    "-dash.promql",
  ])("%s is that file", async (name) => {
    expect(await found(folderWith({ [name]: bad, "a.promql": bad }), "--", name)).toEqual([name]);
  });

  test("a hidden folder is passed over, and taken where it is named", async () => {
    const folder = folderWith({ ".github/a.promql": bad, "b.promql": bad });
    expect(await found(folder, ".")).toEqual(["b.promql"]);
    expect(await found(folder, ".github")).toEqual([".github/a.promql"]);
    expect(await found(folder, ".github/*.promql")).toEqual([".github/a.promql"]);
  });

  test("separators of Windows stand between folders", async () => {
    const folder = folderWith({ "x/y/a.promql": bad });
    expect(await found(folder, "x\\y\\a.promql")).toEqual(["x/y/a.promql"]);
    expect(await found(folder, "x\\y\\*.promql")).toEqual(["x/y/a.promql"]);
    expect(await found(folder, "x\\y")).toEqual(["x/y/a.promql"]);
  });

  test("** goes into folders, and links in a circle end", async () => {
    const folder = folderWith({ "x/y/a.promql": bad, "x/b.promql": bad });
    symlinkSync("..", path.join(folder, "x/y/up"));
    expect(await found(folder, "**/*.promql")).toEqual(["x/b.promql", "x/y/a.promql"]);
    expect(await found(folder, "x")).toEqual(["x/b.promql", "x/y/a.promql"]);
  });
});
