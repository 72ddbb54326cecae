/** A heading of a Markdown text with what stands below it, up to the next heading. */
export interface Section {
  /** How many `#` it has. */
  readonly level: number;
  readonly title: string;
  /** The line of the heading, from 1. */
  readonly line: number;
  /** Without the heading. */
  readonly lines: readonly string[];
}

/** A block of code: its lines, and where they stand among the others. */
export interface Block {
  readonly code: string;
  /** The index of its first mark. */
  readonly from: number;
  /** The index behind its last mark. */
  readonly to: number;
}

/** Divides lines into sections; `first` is the number of the first line. What stands before the first heading is left out. */
export function sectionsOf(lines: readonly string[], first: number): readonly Section[] {
  const sections: { level: number; title: string; line: number; lines: string[] }[] = [];
  let isCode = false;
  for (const [k, line] of lines.entries()) {
    if (line.startsWith("```")) isCode = !isCode;
    const [, marks = "", title = ""] = (!isCode && /^(#{1,6}) +(\S.*)$/.exec(line)) || [];
    if (marks !== "") sections.push({ level: marks.length, title: title.trimEnd(), line: first + k, lines: [] });
    else sections.at(-1)?.lines.push(line);
  }
  return sections;
}

/** The first block of code with these words behind its marks, such as `promql start`. */
export function blockOf(lines: readonly string[], words: string): Block | undefined {
  const from = lines.findIndex((line) => line.trimEnd() === `\`\`\`${words}`);
  if (from < 0) return undefined;
  const length = lines.slice(from + 1).findIndex((line) => line.trimEnd() === "```");
  if (length < 0) return undefined;
  return { code: lines.slice(from + 1, from + 1 + length).join("\n"), from, to: from + length + 2 };
}

/** What stands below the heading, without empty lines around it. */
export function sectionText({ lines }: Section): string {
  return lines.join("\n").trim();
}
