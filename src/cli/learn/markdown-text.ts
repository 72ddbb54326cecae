import type { Colors } from "../../report/colors.js";
import { visible } from "../../report/visible.js";
import { wrapped } from "../../results/wrap.js";

/** The Markdown of lessons for a terminal: headings, paragraphs, lists, tables and blocks of code. Ends with a line break. */
export function markdownText(markdown: string, width: number, colors: Colors): string {
  const lines: string[] = [];
  let paragraph: string[] = [];
  let table: string[] = [];
  let block: string | undefined;
  const flush = (): void => {
    lines.push(...tableLines(table, colors));
    table = [];
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
      if (table.length === 0) flush();
      table.push(visible(line));
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

/** The rows of a table as they are written; in colours, its columns are as wide as what they hold without its marks. */
function tableLines(rows: readonly string[], colors: Colors): readonly string[] {
  if (!colors.isColorSupported) return rows;
  const cells = rows.map((row) =>
    row
      .split(/(?<!\\)\|/)
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
  const widths = (cells[0] ?? []).map((_, k) =>
    Math.max(...cells.map((row) => (isRule(row[k]) ? 0 : withoutMarks(row[k] ?? "").length))),
  );
  return cells.map((row) => {
    const padded = row.map((cell, k) => {
      const width = widths[k] ?? 0;
      if (isRule(cell)) return "-".repeat(width);
      return coloured(cell, colors) + " ".repeat(Math.max(0, width - withoutMarks(cell).length));
    });
    return `| ${padded.join(" | ")} |`;
  });
}

function isRule(cell: string | undefined): boolean {
  return cell !== undefined && /^:?-+:?$/.test(cell);
}

function withoutMarks(cell: string): string {
  return cell.replace(/`([^`]+)`/g, "$1");
}
