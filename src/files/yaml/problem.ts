import type { Problem } from "../../syntax/problem.js";
import type { YamlError } from "../documents.js";

/** Why a document is not checked: what YAML has against it. */
export function yamlProblem(error: YamlError, text: string): Problem {
  const [from, to] = error.pos.map((at) => Math.min(at, text.length));
  const at = { from: from ?? 0, to: Math.max(from ?? 0, to ?? 0) };
  const message = `The document is not checked, since it is no valid YAML: ${error.message.replace(/^[A-Z](?![A-Z])/, (first) => first.toLowerCase())}`;
  const help = yamlHelp(error, text, text.slice(text.lastIndexOf("\n", at.from - 1) + 1).split("\n", 1)[0] ?? "");
  return { code: "yaml-syntax", severity: "error", at, message, ...(help && { help }) };
}

function yamlHelp({ code }: YamlError, text: string, line: string): string | undefined {
  if (!text.includes("\n") && text.includes("\r")) return "end lines with LF or CR LF: here they end with CR alone";
  if (/:\s+\{\{/.test(line)) return "put a text that begins with `{{` in quotes";
  if (code === "TAB_AS_INDENT") return "indent with spaces";
  if (code === "BLOCK_AS_IMPLICIT_KEY") return "put a text that holds `: ` in quotes, or write it as a block below `|`";
  return undefined;
}
