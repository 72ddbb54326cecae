import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { promqlLint } from "../cli/command.js";

const folder = "examples/tests";
const files = readdirSync(folder);

describe(folder, () => {
  const names = files.filter((name) => /\.tests\.yaml$|\.test$/.test(name));

  test.each(names)("`promql-lint test` of %s prints what its .out file holds; UPDATE=1 writes it", async (name) => {
    const { status, stdout, stderr } = await promqlLint(["test", `${folder}/${name}`]);
    const path = `${folder}/${outputOf(name)}`;
    if (process.env["UPDATE"]) writeFileSync(path, stdout);
    expect(stdout).toBe(readFileSync(path, "utf8"));
    expect(stderr).toBe("");
    expect(status).toBe(name.startsWith("mistakes") ? 1 : 0);
  });

  test("the rules have no findings", async () => {
    const { stdout, status } = await promqlLint([`${folder}/nginx.yaml`]);
    expect(stdout).toBe("");
    expect(status).toBe(0);
  });

  test("every .out file belongs to an example", () => {
    const outputs = files.filter((name) => name.endsWith(".out"));
    expect(outputs.toSorted()).toEqual(names.map(outputOf).toSorted());
  });
});

function outputOf(name: string): string {
  return name.replace(/\.\w+$/, ".out");
}
