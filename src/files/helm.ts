import type { Problem, Span } from "../syntax/problem.js";

const helmOnly =
  /\{\{-?\s*`|\{\{[^{}]{0,200}(?:\.(?:Values|Release|Chart|Capabilities|Files|Template)\b|\b(?:include|tpl|toYaml|nindent)\s)/;
const actionLine = /^[ \t]*\{\{[^\n]*\}\}[ \t]*\r?$/m;

/** Whether a text holds an action that Helm runs, and not Prometheus when it renders an annotation. */
export function holdsHelmAction(text: string): boolean {
  return text.includes("{{") && helmOnly.test(text);
}

/** Where a text that is no YAML shows that it is a template: an action on a line of its own, or one of Helm's. */
export function helmAction(text: string): Span | undefined {
  if (!text.includes("{{")) return undefined;
  const from = (helmOnly.exec(text) ?? actionLine.exec(text))?.index;
  if (from === undefined) return undefined;
  const line = text.slice(from).split("\n", 1)[0] ?? "";
  const start = from + line.search(/\S|$/);
  const end = line.indexOf("}}");
  return { from: start, to: end === -1 ? from + line.trimEnd().length : from + end + 2 };
}

/** Says that a Helm template is not checked. */
export function helmProblem(at: Span): Problem {
  return {
    code: "helm-template",
    severity: "info",
    at,
    message: "The queries of this Helm template are not checked, since only Helm knows what its `{{ }}` actions become",
    help: "check what it renders: `helm template CHART | promql-lint -`",
  };
}
