/** An example on a rule's page. */
export interface PageExample {
  /** `bad`: the rule finds something; `good`: no rule does. */
  readonly kind: "bad" | "good";
  /** Set where it is a file and no query: a rule file, or a dashboard. */
  readonly language?: "yaml" | "json";
  /** The query, or the text of the file. */
  readonly query: string;
  /** The words after the kind, such as `use=alert`. */
  readonly options: ReadonlyMap<string, string>;
  /** What the tool says, as the page shows it; only below a bad example. */
  readonly output?: string;
}

/** The page of a rule. */
export interface RulePage {
  readonly title: string;
  /** The first paragraph. */
  readonly summary: string;
  readonly examples: readonly PageExample[];
}

const fence = /^```(promql|yaml|json) (bad|good)([^\n]*)\n([^]*?)^```$(?:\n+```output\n([^]*?)^```$)?/gm;

/**
 * Reads the page of a rule: `promql bad` and `promql good` fences, or `yaml` and `json` ones with a file, each bad one
 * followed by an `output` fence.
 */
export function readPage(markdown: string): RulePage {
  const title = /^# (.+)$/m.exec(markdown)?.[1] ?? "";
  const summary = /^# .+\n+([^#\n][^]*?)\n\n/m.exec(markdown)?.[1] ?? "";
  const examples = Array.from(
    markdown.matchAll(fence),
    ([, language, kind, words = "", query = "", output]): PageExample => ({
      kind: kind === "bad" ? "bad" : "good",
      ...((language === "yaml" || language === "json") && { language }),
      query: query.replace(/\n$/, ""),
      options: new Map(words.trim().split(/\s+/).filter(Boolean).map(splitOption)),
      ...(output !== undefined && { output: output.replace(/\n$/, "") }),
    }),
  );
  return { title, summary, examples };
}

/** What the page of all problems says of one. */
export interface ProblemSection {
  /** The heading above it that parts it from others. */
  readonly part: string;
  readonly code: string;
  /** The first paragraph. */
  readonly summary: string;
  /** All of it, its heading first, as a page of its own. */
  readonly markdown: string;
}

/** Reads the page of all problems: parts below `# `, with sections below `## ` and the code. Blocks of code have no headings. */
export function readProblemPage(markdown: string): readonly ProblemSection[] {
  const sections: { part: string; code: string; lines: string[] }[] = [];
  let part = "";
  let current: string[] | undefined;
  let inFence = false;
  for (const line of markdown.split(/\r?\n/)) {
    if (line.startsWith("```")) inFence = !inFence;
    const [, marks, title = ""] = (!inFence && /^(##?) (.+)$/.exec(line)) || [];
    if (marks === "#") {
      part = title;
      current = undefined;
    } else if (marks === "##") {
      current = [`# ${title}`];
      sections.push({ part, code: title, lines: current });
    } else current?.push(line);
  }
  return sections.map(({ part, code, lines }) => {
    const text = `${lines.join("\n").trimEnd()}\n`;
    return { part, code, summary: /^#.*\n+([^#\n][^]*?)\n(?:\n|$)/.exec(text)?.[1] ?? "", markdown: text };
  });
}

function splitOption(word: string): [string, string] {
  const [name = "", value = ""] = word.split("=", 2);
  return [name, value];
}

/** The page with new outputs below its bad examples. */
export function withOutputs(markdown: string, outputOf: (example: PageExample) => string): string {
  const { examples } = readPage(markdown);
  let index = 0;
  return markdown.replace(fence, (whole) => {
    const example = examples[index++];
    if (example?.kind !== "bad") return whole;
    const source = whole.slice(0, whole.indexOf("\n```", "```".length) + "\n```".length);
    return `${source}\n\`\`\`output\n${outputOf(example)}\n\`\`\``;
  });
}
