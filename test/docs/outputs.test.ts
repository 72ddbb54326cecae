import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { fencePattern, fences, pages, readPage } from "./pages.js";
import { root } from "./run-typescript.js";

test("README shows the first mistake and what is said of it", () => {
  const [picture] = fences("console").filter(({ page }) => page === "README.md");
  expect(picture?.code).toMatch(/^\$ promql-lint -e 'node_cpu_seconds_total\{mode="idle"\}\[1m\]'\nerror: /);
});

describe.each(pages.filter((page) => fences("console").some((fence) => fence.page === page)))("%s", (page) => {
  if (process.env["UPDATE"]) writeFileSync(root + page, withOutputs(readPage(page)));

  test("shows what its commands print; UPDATE=1 writes it", () => {
    expect(readPage(page)).toBe(withOutputs(readPage(page)));
  });
});

/** The page with new outputs in its `console` blocks: each is one line `$ promql-lint …` and what that prints. */
function withOutputs(markdown: string): string {
  return markdown.replace(fencePattern, (whole, marks: string, language: string, words: string, code: string) => {
    const [command = ""] = code.split("\n", 1);
    return language === "console" ? `${marks}${language}${words}\n${command}\n${run(command)}${marks}` : whole;
  });
}

function run(command: string): string {
  const line = command.replace(/^\$ promql-lint/, `"${process.execPath}" dist/cli/main.js`);
  const env = { ...process.env, FORCE_COLOR: undefined, NO_COLOR: "1" };
  return spawnSync("sh", ["-c", `${line} 2>&1`], { cwd: root, encoding: "utf8", env }).stdout;
}
