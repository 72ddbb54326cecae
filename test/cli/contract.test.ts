import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { argumentMeant } from "../../src/cli/argument-meant.js";
import { commands } from "../../src/cli/program.js";
import { promqlLint } from "./command.js";
import { folderWith, recording } from "./folder.js";
import { refusalOf } from "./refusal.js";

const program = commands(() => undefined);
const commandNames = program
  .createHelp()
  .visibleCommands(program)
  .map((command) => command.name());

const bad = "node_load1[5m]";

describe("exit status", () => {
  test.each<[string, string[], number]>([
    ["clean", ["-e", "up"], 0],
    ["a query that cannot be read", ["-e", "sum(up"], 1],
    ["warnings only", ["-e", 'up{job=~"api"}'], 0],
    ["an error", ["-e", bad], 1],
    ["an error, but --exit-zero", ["-e", bad, "--exit-zero"], 0],
    ["too many warnings, but --exit-zero", ["-e", 'up{job=~"api"}', "--max-warnings", "0", "--exit-zero"], 0],
    ["wrong use, in spite of --exit-zero", ["-e", bad, "--exit-zero", "--rule", "x"], 2],
    ["a missing file, in spite of --exit-zero", ["none.yaml", "--exit-zero"], 3],
    ["no arguments", [], 2],
    ["an unknown command is a file that is missing", ["lnt"], 3],
    ["an unknown option", ["--quit"], 2],
    ["a configuration that is missing", ["-e", "up", "--config", "none.yaml"], 3],
    ["a program for a configuration that is missing", ["-e", "up", "--config", "none.js"], 3],
    ["patterns that are missing", ["-e", "up", "--ignore-path", "none"], 3],
    ["the same for files", [".", "--ignore-path", "none"], 3],
    ["a baseline that is missing", ["-e", "up", "--baseline", "none.json"], 3],
    ["the same for files", [".", "--baseline", "none.json"], 3],
    ["a baseline to prune that is missing", ["-e", "up", "--prune-baseline"], 2],
    ["metrics that are missing", ["-e", "up", "--metrics", "none.txt"], 3],
    ["data that are missing", ["query", "up", "--data", "none.txt"], 3],
    ["an unknown format", ["-e", "up", "--format", "xml"], 2],
    ["an unknown rule", ["-e", "up", "--rule", "nothing:off"], 2],
    ["a pattern that matches nothing", ["*.nothing"], 3],
    ["the same where that is allowed", ["*.nothing", "--no-error-on-unmatched-pattern"], 0],
    ["a file is no pattern", ["none.yaml", "--no-error-on-unmatched-pattern"], 3],
    ["a name for standard input that is not read", ["--stdin-filename", "a.yaml"], 2],
    ["a place for a cache that is not kept", ["-e", "up", "--cache-location", "c"], 2],
    ["a configuration to write, and fixes", ["--init", "--fix"], 2],
    ["a configuration to write, and a file", ["--init", "a.yaml"], 2],
    ["a configuration to print, and fixes", ["--print-config", "a.yaml", "--fix"], 2],
    ["a file without a name", [""], 2],
    ["standard input with an empty name", ["--stdin", "--stdin-filename", ""], 2],
    ["a configuration to print, of a file without a name", ["--print-config", ""], 2],
    ["a configuration to print, and another file", ["--print-config", "a.yaml", "b.yaml"], 2],
  ])("%s: %j exits with %i", async (_, args, expected) => {
    const { status, stdout, stderr } = await promqlLint(args, { cwd: folderWith({}) });
    expect(status, stdout + stderr).toBe(expected);
    if (expected > 1) expect(stdout).toBe("");
  });

  test("no arguments say how it is used", async () => {
    const { stderr } = await promqlLint([]);
    expect(stderr).toMatch(/^Usage: promql-lint /m);
    expect(stderr).toContain("promql-lint: nothing to lint\n");
    expect(stderr).toContain("`promql-lint --help` lists the commands.\n");
    expect(stderr).toContain("`promql-lint learn` teaches it");
  });

  test("Ctrl-C ends it while it waits for input", async () => {
    const command = fileURLToPath(new URL("../../dist/cli/main.js", import.meta.url));
    const child = spawn(process.execPath, [command, "-"], { stdio: ["pipe", "pipe", "pipe"] });
    const ended = once(child, "close");
    await once(child, "spawn");
    child.kill("SIGINT");
    // A shell says 130 for it.
    expect(await ended).toEqual([null, "SIGINT"]);
  });
});

describe("did you mean", () => {
  test.each([
    [["--fix-reviw", "-e", "up"], "did you mean `--fix-review`?"],
    [["--fix-reviw=yes", "-e", "up"], "did you mean `--fix-review`?"],
    [["--no-confg", "-e", "up"], "did you mean `--no-config`?"],
    [["--versoin"], "did you mean `--version`?"],
    [["learn", "--lesson", "3"], "give it without `--lesson`"],
    [["parse", "--query=up"], "give it without `--query`"],
    [["catalogue", "shw"], "did you mean `show`?"],
    [["-f", "jsno", "-e", "up"], "did you mean `json`?"],
    [["-e", "up", "--use", "alrt"], "did you mean `alert`?"],
    [["-e", "up", "--rule", "empty-bye:off"], "did you mean `empty-by`?"],
    [["-e", "up", "--rule", "empty-by=off"], "did you mean `empty-by:off`?"],
    [["-e", "up", "--rule", "empty-bye=warn"], "did you mean `empty-by:warning`?"],
    [["-e", "up", "--rule", "empty-by:offf"], "did you mean `empty-by:off`?"],
    [["explain", "empty-bye"], "did you mean `empty-by`?"],
    [["catalogue", "show", "node-cpu-bsy"], "did you mean `node-cpu-busy`?"],
    [["learn", "countrs"], "did you mean `counters`?"],
    [["learn", "3-counters"], "did you mean `03-counters`?"],
  ])("%j: %s", async (args, help) => {
    const { status, text } = await refusalOf(args);
    expect(status).toBe(2);
    expect(text).toContain(help);
  });
});

describe("an argument that is no file", () => {
  test.each<[string, string | undefined]>([
    ["lern", "did you mean the command `learn`?"],
    ["querry", "did you mean the command `query`?"],
    ["stauts", "did you mean the command `status`?"],
    ["tset", "did you mean the command `test`?"],
    ["fnt", "did you mean the command `fmt`?"],
    ["hlep", "did you mean the command `help`?"],
    ["sum(up)", "this is a query: give it with `-e`"],
    ["rate(up[5m])", "this is a query: give it with `-e`"],
    ["up > 0", "this is a query: give it with `-e`"],
    ["rules/alerts", undefined],
    ["my-rules", undefined],
    ["sum(up", undefined],
    ["rules/[ab].yaml", undefined],
    [".", undefined],
  ])("%s: %s", (text, help) => {
    expect(argumentMeant(text, { commands: commandNames, query: "give it with `-e`" })).toBe(help);
  });

  test("is named with what it was meant for", async () => {
    const said = "no such file or folder\nhelp: ";
    const [misspelt, query, formatted] = await Promise.all([
      promqlLint(["lern"]),
      promqlLint(["sum(up)"]),
      promqlLint(["fmt", "sum(up)"]),
    ]);
    expect(misspelt.stderr).toBe(`promql-lint: lern: ${said}did you mean the command \`learn\`?\n`);
    expect(query.stderr).toBe(`promql-lint: sum(up): ${said}this is a query: give it with \`-e\`\n`);
    expect(formatted.stderr).toContain(`${said}this is a query: give it on standard input`);
  });
});

describe("help", () => {
  const all = [program, ...program.commands, ...program.commands.flatMap((command) => command.commands)];
  test.each(all.map((command) => [command.name(), command] as const))("of %s says what needs saying", (_, command) => {
    let help = "";
    command.configureOutput({ writeOut: (text) => (help += text) }).outputHelp();
    expect(help).not.toMatch(/\(default: (?:false|\[\])\)|display help/);
    if (command.commands.length === 0) expect(help).toMatch(/^Exit status:\n {2}0 {2}.*\n(?: {2}1 .*\n)? {2}2 /m);
  });

  test("of all has examples, and a place to begin", async () => {
    const { stdout } = await promqlLint(["--help"]);
    expect(stdout).toMatch(/^Usage: promql-lint \[options\] \[files\.\.\.\]\n {7}promql-lint <command> \[options\]\n/);
    for (const words of ["-e 'rate(up[5m])'", "--fix rules/", "New to PromQL? `promql-lint learn`"])
      expect(stdout).toContain(words);
  });

  test("a missing argument shows how a command is used", async () => {
    const { stderr } = await promqlLint(["parse"]);
    expect(stderr).toBe(
      "promql-lint: missing required argument 'query'\n\nUsage: promql-lint parse [options] <query>\n",
    );
  });
});

describe("--stdin", () => {
  test("is the same as -, once", async () => {
    const input = recording(bad);
    const dash = await promqlLint(["-"], { input });
    expect(await promqlLint(["--stdin"], { input })).toEqual(dash);
    expect(await promqlLint(["--stdin", "-"], { input })).toEqual(dash);
  });

  test("--stdin-filename gives it its kind, its name and its configuration", async () => {
    const cwd = folderWith({ "sub/.promql-lintrc.yaml": "rules: {bare-range-vector: info}" });
    const { status, stdout } = await promqlLint(["--stdin", "--stdin-filename", "sub/a.promql"], { cwd, input: bad });
    expect(status).toBe(0);
    expect(stdout).toMatch(/^info: .*\n --> sub\/a\.promql:1:1\n/);
  });

  test("with --fix the text comes out, and the report on standard error", async () => {
    const args = ["--stdin", "--stdin-filename", "a.promql", "--fix"];
    const { status, stdout, stderr } = await promqlLint(args, { input: 'node_load1{job=~"a"}[5m]\n' });
    expect([status, stdout]).toEqual([1, 'node_load1{job="a"}[5m]\n']);
    expect(stderr).toContain(" --> a.promql:1:1\n");
  });
});

describe("streams", () => {
  test("machine formats alone stand on standard output", async () => {
    const cwd = folderWith({ "a.promql": bad, "b.yaml": "" });
    const { stdout, stderr } = await promqlLint(["a.promql", "b.yaml", "none.yaml", "-f", "json"], { cwd });
    expect(() => void JSON.parse(stdout)).not.toThrow();
    expect(stderr).toBe("promql-lint: none.yaml: no such file or folder\n");
  });

  test("explain lists the options of a rule", async () => {
    const { stdout } = await promqlLint(["explain", "rate-over-gauge"]);
    expect(stdout).toMatch(/exceptMetrics/);
  });
});
