import { didYouMean } from "../promql/spelling.js";
import type { Token } from "../syntax/ast.js";
import type { Problem, Span } from "../syntax/problem.js";

/** What a suppression comment does; the words behind `promql-lint-`. */
export type DirectiveKind = (typeof kinds)[number];

const kinds = ["disable", "enable", "disable-line", "disable-next-line", "disable-file"] as const;

/** A comment that suppresses diagnostics, or ends that. Places are spans of the text in which it stands. */
export interface Directive {
  readonly kind: DirectiveKind;
  /** The whole comment, with its marks. */
  readonly comment: Span;
  /** The rules and problems that it names; without any, it is about all of them. */
  readonly names: readonly Token[];
  /** What stands behind `--`. */
  readonly reason?: string;
}

/** What a comment holds: a directive, and what is wrong with it. A word that is no directive leaves only the problem. */
export interface ReadDirective {
  readonly directive?: Directive;
  readonly problems: readonly Problem[];
}

const mark = /^(?:<!--|#+)\s*/;
const keyword = /^promql-lint-[\w-]*(?::|(?=[\s,]|$))/;
const spaced = /^promql-lint(?::\s*|\s+)(?:disable|enable)[\w-]*/;
const reasonMark = /(?:^|\s)-{2,}(?=\s|$)/;
const part = /[^\s,:]+|[,:]/g;

/**
 * Reads `# promql-lint-disable-next-line rule-a, rule-b -- why` and its kin, behind `#` or within an HTML comment.
 * `undefined` for every other comment.
 */
export function readDirective(text: string, comment: Span): ReadDirective | undefined {
  const marked = text.slice(comment.from, comment.to).trimEnd();
  const opening = mark.exec(marked)?.[0] ?? "";
  const end = opening.startsWith("<") && marked.endsWith("-->") ? -"-->".length : marked.length;
  const body = marked.slice(opening.length, end).trimEnd();
  const from = comment.from + opening.length;

  const word = (keyword.exec(body) ?? spaced.exec(body))?.[0];
  if (opening === "" || word === undefined) return undefined;
  const kind = kinds.find((known) => word === `promql-lint-${known}`);
  if (!kind) return { problems: [unknownWord({ text: word, span: { from, to: from + word.length } })] };
  return readRest(kind, comment, body.slice(word.length), from + word.length);
}

/** Reads what stands behind the word; `from` is where that begins in the text. */
function readRest(kind: DirectiveKind, comment: Span, rest: string, from: number): ReadDirective {
  const separator = reasonMark.exec(rest);
  const reason = separator ? rest.slice(separator.index + separator[0].length).trim() : undefined;
  const { names, problem } = readNames(rest.slice(0, separator?.index), from);
  // With nothing but a stray comma, it would be about everything.
  if (problem && names.length === 0) return { problems: [problem] };

  const problems = problem ? [problem] : [];
  if (separator && reason === "") {
    const to = from + separator.index + separator[0].length;
    problems.push(malformed({ from: to - separator[0].trim().length, to }, "no reason stands behind `--`"));
  }
  return { directive: { kind, comment, names, ...(reason && { reason }) }, problems };
}

/** The names, and the first comma or colon that is out of place. */
function readNames(text: string, from: number): { names: readonly Token[]; problem?: Problem } {
  const names: Token[] = [];
  let problem: Problem | undefined;
  let comma: Span | undefined;
  for (const { 0: found, index } of text.matchAll(part)) {
    const span = { from: from + index, to: from + index + found.length };
    if (found === ":") {
      problem ??= malformed(span, "no colon stands in it");
    } else if (found === ",") {
      if (names.length === 0 || comma) problem ??= malformed(span, "no name stands before this comma");
      comma = span;
    } else {
      names.push({ text: found, span });
      comma = undefined;
    }
  }
  if (comma) problem ??= malformed(comma, "no name stands behind this comma");
  return problem ? { names, problem } : { names };
}

function malformed(at: Span, why: string): Problem {
  return {
    code: "malformed-suppression",
    severity: "warning",
    at,
    message: `The suppression cannot be read whole: ${why}`,
    help: "write names with commas between them, and a reason behind `--`",
  };
}

function unknownWord({ text, span }: Token): Problem {
  const word = text.replace(/^promql-lint[-:\s]*/, "").replace(/:$/, "");
  const guess = didYouMean(word, kinds);
  const known = kinds.map((kind) => `\`promql-lint-${kind}\``);
  return {
    code: "malformed-suppression",
    severity: "warning",
    at: span,
    message: `\`${text}\` is no directive, so it suppresses nothing`,
    help:
      guess === undefined
        ? `write ${known.slice(0, -1).join(", ")} or ${known.at(-1)}`
        : `write \`promql-lint-${guess}\``,
  };
}
