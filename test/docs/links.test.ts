import { existsSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { fencePattern, pages, readPage } from "./pages.js";
import { root } from "./run-typescript.js";

const links = pages.flatMap((page) =>
  Array.from(prose(page).matchAll(/\]\(([^)\s]+)\)/g), ([, target = ""]) => ({ page, target })),
);

describe("every link leads somewhere", () => {
  test.each(links.filter(({ target }) => !/^https?:/.test(target)))("$page: $target", ({ page, target }) => {
    const [file = "", heading] = target.split("#");
    const there = file === "" ? page : path.posix.join(path.posix.dirname(page), file);
    expect(existsSync(root + there)).toBe(true);
    if (heading !== undefined) expect(headings(there)).toContain(heading);
  });
});

test("every page of docs/ is on the map", () => {
  const mapped = links.filter(({ page }) => page === "docs/README.md").map(({ target }) => `docs/${target}`);
  expect(mapped).toEqual(expect.arrayContaining(pages.filter((page) => !page.endsWith("README.md"))));
});

function prose(page: string): string {
  return readPage(page)
    .replace(fencePattern, "")
    .replace(/`[^`\n]*`/g, "");
}

/** The headings of a page, as links name them. */
function headings(page: string): readonly string[] {
  const lines = Array.from(
    readPage(page)
      .replace(fencePattern, "")
      .matchAll(/^#+ (.*)$/gm),
    ([, line = ""]) => line,
  );
  return lines.map((line) =>
    line
      .toLowerCase()
      .replace(/[^\p{L}\p{N} _-]/gu, "")
      .replaceAll(" ", "-"),
  );
}
