import { queryRules, recommendedQueryRules } from "../../rules/query-rules.js";
import { lintQuery } from "../lint/lint.js";
import { problemCodes } from "../lint/problem-codes.js";
import type { Diagnostic } from "../lint/rule.js";
import { editorLimit, rulesLimit } from "./limits.js";
import type { PromqlOptions } from "./options.js";

/** What is wrong with the text of an editor. An empty text is only one that nobody has written yet. */
export function diagnose(text: string, options: PromqlOptions): readonly Diagnostic[] {
  const { rules = recommendedQueryRules } = options;
  if (text.trim() === "") return [];
  if (text.length <= rulesLimit) return lintQuery(text, { ...options, rules }).diagnostics;
  const told =
    text.length <= editorLimit
      ? `longer than ${String(rulesLimit)} characters: only what a server rejects is told`
      : `longer than ${String(editorLimit)} characters: nothing is told of it`;
  return [
    { code: "too-large", severity: "info", at: { from: 0, to: 0 }, message: `The query is ${told}` },
    ...(text.length <= editorLimit ? lintQuery(text, { ...options, rules: [] }).diagnostics : []),
  ];
}

/** Where the page of a rule or problem of the published package can be read; nothing for a rule of somebody else. */
export function publishedPage(code: string): string | undefined {
  if (problemCodes.has(code)) return `${publishedPackage}docs/problems.md#${code}`;
  return queryRules.some(({ id }) => id === code) ? `${publishedPackage}rules/${code}.md` : undefined;
}

const publishedPackage = "https://unpkg.com/promql-lint/";
