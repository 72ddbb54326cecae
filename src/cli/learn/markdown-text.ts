import type { Colors } from "../../report/colors.js";
import { visible } from "../../report/visible.js";
import { wrapped } from "../../results/wrap.js";

/** The Markdown of lessons for a terminal: headings, paragraphs, lists, tables and blocks of code. Ends with a line break. */
export function markdownText(markdown: string, width: number, colors: Colors): string {
  const lines: string[] = [];
  let paragraph: string[] = [];
  let block: string | undefined;
  const flush = (): void => {
    if (paragraph.length > 0)
      lines.push(...wrapped(plain(paragraph.join(" ")), width).map((line) => coloured(line, colors)));
    paragraph = [];
  };
  for (const line of markdown.split("\n")) {
    const [, language] = /^```(.*)$/.exec(line) ?? [];
    if (language !== undefined) {
      flush();
      block = block === undefined ? language : undefined;
    } else if (block !== undefined) {
      const text = visible(line);
      lines.push(block === "output" ? text : text === "" ? "" : `  ${colors.cyan(text)}`);
    } else if (line.startsWith("#")) {
      flush();
      lines.push(colors.bold(visible(line.replace(/^#+ /, ""))));
    } else if (line.startsWith("|")) {
      flush();
      lines.push(coloured(visible(line), colors));
    } else if (line === "") {
      flush();
      lines.push("");
    } else {
      if (line.startsWith("- ")) flush();
      paragraph.push(line.trim());
    }
  }
  flush();
  return `${lines.join("\n").trimEnd()}\n`;
}

/** Without the marks of emphasis, but for those within code. */
function plain(text: string): string {
  return text
    .split(/(`[^`]*`)/)
    .map((part) => (part.startsWith("`") ? part : part.replace(/(?<!\w)_([^_]+)_(?!\w)/g, "$1").replaceAll("\\", "")))
    .join("");
}

/** Code in a colour; a terminal without colours keeps its marks. */
function coloured(line: string, colors: Colors): string {
  return colors.isColorSupported ? line.replace(/`([^`]+)`/g, (_, code: string) => colors.cyan(code)) : line;
}
