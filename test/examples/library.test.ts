import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { expect, test } from "vitest";
import { root, runTypeScript } from "../docs/run-typescript.js";

const folder = `${root}examples/library/`;
const programs = readdirSync(folder).filter((name) => name.endsWith(".ts"));

test("there are examples", () => {
  expect(programs.length).toBeGreaterThan(0);
});

test.each(programs)("%s prints what its last comment says; UPDATE=1 writes it", (name) => {
  const text = readFileSync(folder + name, "utf8");
  const [program = ""] = text.split("\n/* Prints:\n");
  const expected = `${program.trimEnd()}\n\n/* Prints:\n${trimLines(runTypeScript(program))}\n*/\n`;
  if (process.env["UPDATE"]) writeFileSync(folder + name, expected);
  expect(readFileSync(folder + name, "utf8")).toBe(expected);
});

/** Formatters take spaces from the ends of lines. */
function trimLines(output: string): string {
  return output.replace(/[ \t]+$/gm, "").trimEnd();
}
