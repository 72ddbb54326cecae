import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import packageJson from "../../package.json" with { type: "json" };
import { promqlLint } from "../cli/command.js";
import { folderWith, recording } from "../cli/folder.js";

const { version } = packageJson;
const folder = "examples/github-action";

/** The commands that a workflow of GitHub or a job of GitLab runs. */
function commandsOf(workflow: unknown): string[] {
  if (typeof workflow === "string" || typeof workflow !== "object" || workflow === null) return [];
  return Object.entries(workflow).flatMap(([key, value]: [string, unknown]) => {
    if (key === "run" && typeof value === "string") return [value];
    if (key === "script" && Array.isArray(value)) return value.map(String);
    return commandsOf(value);
  });
}

const commands = readdirSync(folder).flatMap((name) =>
  commandsOf(parse(readFileSync(`${folder}/${name}`, "utf8"))).map((command) => ({ name, command })),
);

test("every workflow runs promql-lint", () => {
  expect(new Set(commands.map(({ name }) => name))).toEqual(new Set(readdirSync(folder)));
});

describe.each(commands)("$name: $command", ({ command }) => {
  const prefix = `npx --yes promql-lint@${version} `;
  const args = command.slice(prefix.length).split(" ");
  const output = args[args.indexOf("-o") + 1] ?? "";

  /** The status and the report, which stands in a file where the command says so. */
  async function run(files: Readonly<Record<string, string>>) {
    const cwd = folderWith(files);
    const { status, stdout } = await promqlLint(args, { cwd });
    if (!args.includes("-o")) return { status, report: stdout };
    expect(stdout).toBe("");
    return { status, report: readFileSync(path.join(cwd, output), "utf8") };
  }

  test("names the version of this package", () => {
    expect(command.startsWith(prefix)).toBe(true);
  });

  test("fails and reports what is wrong", async () => {
    const { status, report } = await run({ "rules.yaml": recording("node_load1[5m]") });
    expect(status).toBe(1);
    expect(report).toContain("bare-range-vector");
    expect(report).toContain("rules.yaml");
  });

  test("passes where nothing is", async () => {
    const { status } = await run({ "rules.yaml": recording("up == 0") });
    expect(status).toBe(0);
  });
});

test.each(commands.filter(({ command }) => command.includes(" -o ")))(
  "$name hands on the file that it writes",
  ({ name, command }) => {
    const [, output = ""] = / -o (\S+)/.exec(command) ?? [];
    expect(readFileSync(`${folder}/${name}`, "utf8").split(output).length - 1).toBe(2);
  },
);

describe("the configuration of pre-commit", () => {
  const config = parse(readFileSync("examples/pre-commit/.pre-commit-config.yaml", "utf8")) as {
    readonly repos: readonly { readonly rev: string; readonly hooks: readonly { readonly id: string }[] }[];
  };
  const manifest = parse(readFileSync(".pre-commit-hooks.yaml", "utf8")) as readonly { readonly id: string }[];

  test("names the tag of this version and hooks that exist", () => {
    expect(config.repos.map(({ rev }) => rev)).toEqual([`v${version}`]);
    const ids = manifest.map(({ id }) => id);
    for (const { id } of config.repos.flatMap(({ hooks }) => hooks)) expect(ids).toContain(id);
  });
});
