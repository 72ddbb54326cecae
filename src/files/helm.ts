const helmOnly =
  /\{\{-?\s*`|\{\{[^{}]{0,200}(?:\.(?:Values|Release|Chart|Capabilities|Files|Template)\b|\b(?:include|tpl|toYaml|nindent)\s)/;
const actionLine = /^[ \t]*\{\{[^\n]*\}\}[ \t]*\r?$/m;

/** Whether a text holds an action that Helm runs, and not Prometheus when it renders an annotation. */
export function holdsHelmAction(text: string): boolean {
  return text.includes("{{") && helmOnly.test(text);
}

/** Whether an action stands on a line of its own, as those do that choose and repeat parts of a template. */
export function holdsActionLine(text: string): boolean {
  return text.includes("{{") && actionLine.test(text);
}
