import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { promqlLint } from "../cli/command.js";

describe.each(["examples/rules", "examples/eks"])("%s", (folder) => {
  const names = readdirSync(folder).filter((name) => name.endsWith(".yaml"));

  test.each(names)("%s prints what its .out file holds; UPDATE=1 writes it", async (name) => {
    const { status, stdout, stderr } = await promqlLint([`${folder}/${name}`]);
    const path = `${folder}/${name.replace(/yaml$/, "out")}`;
    if (process.env["UPDATE"]) writeFileSync(path, stdout);
    expect(stdout).toBe(readFileSync(path, "utf8"));
    expect(stderr).toBe("");
    expect(status).toBe(stdout.includes("error: ") ? 1 : 0);
  });

  test("every .out file belongs to an example", () => {
    const outputs = readdirSync(folder).filter((name) => !names.includes(name));
    expect(outputs.toSorted()).toEqual(names.map((name) => name.replace(/yaml$/, "out")).toSorted());
  });
});
