/** An example on a rule's page. */
export interface PageExample {
  /** `bad`: the rule finds something; `good`: no rule does. */
  readonly kind: "bad" | "good";
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

const fence = /^```promql (bad|good)([^\n]*)\n([^]*?)^```$(?:\n+```output\n([^]*?)^```$)?/gm;

/** Reads the page of a rule: `promql bad` and `promql good` fences, each bad one followed by an `output` fence. */
export function readPage(markdown: string): RulePage {
  const title = /^# (.+)$/m.exec(markdown)?.[1] ?? "";
  const summary = /^# .+\n+([^#\n][^]*?)\n\n/m.exec(markdown)?.[1] ?? "";
  const examples = Array.from(markdown.matchAll(fence), ([, kind, words = "", query = "", output]): PageExample => ({
    kind: kind === "bad" ? "bad" : "good",
    query: query.replace(/\n$/, ""),
    options: new Map(words.trim().split(/\s+/).filter(Boolean).map(splitOption)),
    ...(output !== undefined && { output: output.replace(/\n$/, "") }),
  }));
  return { title, summary, examples };
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
    const source = whole.slice(0, whole.indexOf("\n```", "```promql".length) + "\n```".length);
    return `${source}\n\`\`\`output\n${outputOf(example)}\n\`\`\``;
  });
}
