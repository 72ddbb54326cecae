import { readFileSync } from "node:fs";

/** The rules that have safe fixes, as the index of the rules says, which is written from what the rules do. */
export function rulesWithSafeFixes(): readonly string[] {
  const index = readFileSync("rules/README.md", "utf8");
  const rows = Array.from(index.matchAll(/^\| \[([\w-]+)\]\([^)]*\) +\| [^|]+ +\| ([^|]*)\|/gm));
  return rows.flatMap(([, id = "", fixes = ""]) => (/\bsafe\b/.test(fixes) ? [id] : []));
}
