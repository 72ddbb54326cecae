import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { promqlLint } from "../cli/command.js";

describe.each(["examples/rules", "examples/dashboards", "examples/eks", "examples/strict", "examples/team"])(
  "%s",
  (folder) => {
    // A file that begins with a dot is a configuration.
    const files = readdirSync(folder).filter((name) => !name.startsWith("."));
    const names = files.filter((name) => !name.endsWith(".out"));

    test.each(names)("%s prints what its .out file holds; UPDATE=1 writes it", async (name) => {
      const { status, stdout, stderr } = await promqlLint([`${folder}/${name}`]);
      const path = `${folder}/${outputOf(name)}`;
      if (process.env["UPDATE"]) writeFileSync(path, stdout);
      expect(stdout).toBe(readFileSync(path, "utf8"));
      expect(stderr).toBe("");
      expect(status).toBe(stdout.includes("error: ") ? 1 : 0);
    });

    test("every .out file belongs to an example", () => {
      const outputs = files.filter((name) => name.endsWith(".out"));
      expect(outputs.toSorted()).toEqual(names.map(outputOf).toSorted());
    });
  },
);

function outputOf(name: string): string {
  return name.replace(/\.\w+$/, ".out");
}
