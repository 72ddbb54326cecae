import { readdirSync, readFileSync } from "node:fs";
import { root } from "./run-typescript.js";

/** The pages written by hand, by their way from the package's folder. */
export const pages: readonly string[] = [
  "README.md",
  ...readdirSync(`${root}docs`)
    .filter((name) => name.endsWith(".md"))
    .map((name) => `docs/${name}`),
];

/** The text of a page. */
export function readPage(page: string): string {
  return readFileSync(root + page, "utf8");
}

/** A block of code on a page. */
export interface Fence {
  readonly page: string;
  readonly language: string;
  /** What stands after the language. */
  readonly words: readonly string[];
  readonly code: string;
}

/** Finds blocks of code; those within another block are not among them. */
export const fencePattern = /^(`{3,})(\S*)([^\n]*)\n([^]*?)^\1$/gm;

/** The blocks of code on all pages. */
export function fences(language: string): readonly Fence[] {
  return pages.flatMap((page) =>
    Array.from(readPage(page).matchAll(fencePattern), ([, , name = "", words = "", code = ""]): Fence => ({
      page,
      language: name,
      words: words.trim().split(/\s+/).filter(Boolean),
      code,
    })).filter((fence) => fence.language === language),
  );
}

/** The cells of the rows of the table below a heading, without its head. */
export function tableBelow(page: string, heading: string): readonly (readonly string[])[] {
  const [, section = ""] = readPage(page).split(`\n## ${heading}\n`);
  const lines = (section.split("\n## ", 1)[0] ?? "").split("\n").filter((line) => line.startsWith("|"));
  return lines.slice(2).map((line) =>
    line
      .split("|")
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
}
