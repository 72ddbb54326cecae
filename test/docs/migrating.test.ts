import { describe, expect, test } from "vitest";
import { promqlLint } from "../cli/command.js";
import { readPage, tableBelow } from "./pages.js";

const page = "docs/migrating.md";
const headings = [
  "Checks of pint",
  "Commands and flags of pint",
  "Comments of pint",
  "Configuration of pint",
  "promtool",
];
const ours = headings.flatMap((heading) => tableBelow(page, heading).map(([, cell = ""]) => cell));
const words = [
  ...ours,
  ...readPage(page)
    .split("\n")
    .filter((line) => line.startsWith("`promql-lint")),
].flatMap((cell) => Array.from(cell.matchAll(/`([^`]+)`/g), ([, word = ""]) => word));

test("every check of pint is there, once", () => {
  const checks = tableBelow(page, "Checks of pint").map(([check]) => check);
  expect(checks.length).toBe(36);
  expect(new Set(checks).size).toBe(checks.length);
});

describe("what stands for it exists", () => {
  test("rules and problems", async () => {
    const names = words.filter((word) => /^[a-z]+(-[a-z0-9]+)+$/.test(word) && !word.startsWith("promql-lint"));
    const { stdout } = await promqlLint(["explain"]);
    const known = new Set(Array.from(stdout.matchAll(/^ {2}(\S+)/gm), ([, name = ""]) => name));
    expect(names.length).toBeGreaterThan(20);
    expect(names.filter((name) => !known.has(name))).toEqual([]);
  });

  test("options", async () => {
    const options = words.flatMap((word) => word.match(/(?<!\S)--?[a-z][a-z-]*/g) ?? []);
    const helps = await Promise.all(["lint", "test"].map((name) => promqlLint([name, "--help"])));
    const help = helps.map(({ stdout }) => stdout).join("");
    expect(options.length).toBeGreaterThan(10);
    expect(options.filter((option) => !new RegExp(`(?<!\\S)${option}(?![a-z-])`).test(help))).toEqual([]);
  });

  test("formats", async () => {
    const formats = words.flatMap((word) => /-f (\S+)/.exec(word)?.[1] ?? []);
    const { stdout } = await promqlLint(["lint", "--help"]);
    expect(formats.filter((format) => !stdout.includes(`"${format}"`))).toEqual([]);
  });
});
