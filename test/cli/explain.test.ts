import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { all } from "../../rules/index.js";
import { promqlLint } from "./command.js";

describe("promql-lint explain", () => {
  test("lists the rules with what goes wrong", async () => {
    const { status, stdout } = await promqlLint(["explain"]);
    expect(status).toBe(0);
    for (const { id, severity, summary } of all) {
      const line = stdout.split("\n").find((each) => each.trim().startsWith(`${id} `)) ?? "";
      expect(line.trim().split(/ {2,}/)).toEqual([id, severity, summary]);
    }
  });

  test.each(all.map(({ id }) => id))("%s prints its page", async (id) => {
    const { status, stdout, stderr } = await promqlLint(["explain", id]);
    expect({ status, stdout, stderr }).toEqual({
      status: 0,
      stdout: readFileSync(`rules/${id}.md`, "utf8"),
      stderr: "",
    });
  });

  test.each([
    ["rate-over-guage", "help: did you mean `rate-over-gauge`?"],
    ["nothing-like-it", "help: see `promql-lint explain` for the list"],
  ])("%s is wrong use", async (name, help) => {
    const { status, stdout, stderr } = await promqlLint(["explain", name]);
    expect({ status, stdout, stderr }).toEqual({
      status: 2,
      stdout: "",
      stderr: `promql-lint: no rule and no problem is called \`${name}\`\n${help}\n`,
    });
  });
});
