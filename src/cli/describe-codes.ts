import packageJson from "../../package.json" with { type: "json" };
import { all } from "../../rules/index.js";
import { readProblemPage } from "../lint/page.js";
import type { Rule } from "../lint/rule.js";
import type { CodeDescription } from "../report/formats.js";
import { packageFile } from "./package-files.js";

/** Where the files of this version of the package can be read. */
const packageUrl = `https://unpkg.com/promql-lint@${packageJson.version}/`;

/** What rules and problems there are, with their pages, by their codes. `rules` are those by which was linted. */
export async function describeCodes(
  codes: ReadonlySet<string>,
  rules: Iterable<Rule>,
): Promise<ReadonlyMap<string, CodeDescription>> {
  const found = new Map<string, CodeDescription>();
  const problems = await packageFile("docs/problems.md");
  for (const { code, summary, markdown } of readProblemPage(problems.text)) {
    const url = `${packageUrl}${problems.path}#${code}`;
    if (codes.has(code)) found.set(code, { summary: summary.replace(/\.$/, ""), page: markdown, url });
  }
  for (const { id, summary, severity, category, url } of rules) {
    if (codes.has(id)) found.set(id, { summary, severity, category, ...(url !== undefined && { url }) });
  }
  for (const { id, summary, severity, category } of all.filter((rule) => codes.has(rule.id))) {
    const { path, text } = await packageFile(`rules/${id}.md`);
    found.set(id, { summary, page: text, url: packageUrl + path, severity, category });
  }
  return found;
}
