import { askForName } from "../promql/spelling.js";
import type { Token } from "../syntax/ast.js";
import type { Fix, Problem, Severity, Span } from "../syntax/problem.js";
import type { CommentedText } from "./commented-text.js";
import type { Cover, Coverage } from "./coverage.js";
import type { Directive } from "./directive.js";
import { grouped } from "../syntax/grouped.js";
import { problemCodes } from "./problem-codes.js";

/** How suppression comments are taken. */
export interface InlineConfig {
  /** How bad a comment is that suppresses nothing; by default a warning. */
  readonly unused?: Severity | "off";
  /** Whether a comment without a reason is a problem. */
  readonly requireReason?: boolean;
  /**
   * The ids of all rules, those that are off among them. A name that is neither one of them nor the code of a problem
   * is then reported; without them none is.
   */
  readonly rules?: readonly string[];
}

/** What is known besides the comments. */
export interface DirectiveOptions extends InlineConfig {
  /** Whether the rule of an id has run, and whatever it can find has been looked for. */
  readonly complete: (rule: string) => boolean;
  /** Whether a comment without names may be removed: no rule finds more when it sees more files. */
  readonly removesNameless: boolean;
}

/** A text and what its comments say. */
export interface Directives {
  readonly commented: CommentedText;
  readonly directives: readonly Directive[];
  readonly coverage: Coverage;
  /** Of comments that cannot be read. */
  readonly problems: readonly Problem[];
}

/** How many unknown names of one comment are reported. */
const mostUnknown = 20;

/** What is wrong with the comments of a text; placed where the text's map leads. `used` holds the covers with an effect. */
export function directiveProblems(
  { commented, directives, coverage, problems }: Directives,
  used: ReadonlySet<Cover>,
  options: DirectiveOptions,
): readonly Problem[] {
  // A rule that is off, or that has not seen everything, may find something at another time.
  const isJudged = ({ name }: Cover): boolean => !name || problemCodes.has(name.text) || options.complete(name.text);
  const idle = [...coverage.idle, ...coverage.covers.filter((cover) => !used.has(cover) && isJudged(cover))];
  const unused = grouped(idle, ({ directive }) => directive);
  const known = options.rules && new Set([...options.rules, ...problemCodes]);
  const severity = options.unused ?? "warning";
  const all = [...problems];
  for (const directive of directives) {
    if (known) all.push(...unknownNames(directive, known));
    if (options.requireReason && directive.kind !== "enable" && directive.reason === undefined) {
      all.push(unexplained(directive));
    }
    const names = new Set(unused.get(directive)?.map(({ name }) => name));
    if (severity === "off") continue;
    const told = unusedProblems(commented, directive, names, severity);
    all.push(...(names.has(undefined) && !options.removesNameless ? told.map(toRemoveByHand) : told));
  }
  return all.map((problem) => placed(problem, commented.map));
}

/** Words that are like no name are a reason without its mark: the first of them speaks for all. */
function unknownNames({ names, reason }: Directive, known: ReadonlySet<string>): readonly Problem[] {
  const unknown = names.filter(({ text }) => !known.has(text)).slice(0, mostUnknown);
  const guesses = unknown.map(({ text }) => askForName(text, [...known]));
  const farthest = guesses.indexOf(undefined);
  const help = `see \`promql-lint explain\` for the names${reason === undefined ? "; a reason stands behind ` -- `" : ""}`;
  return unknown.flatMap(({ text, span }, k): Problem[] => {
    const guess = guesses[k];
    if (guess === undefined && k !== farthest) return [];
    return [
      {
        code: "unknown-suppression",
        severity: "warning",
        at: span,
        message: `\`${text}\` names no rule and no problem, so it suppresses nothing`,
        help: guess ?? help,
      },
    ];
  });
}

function unexplained({ comment }: Directive): Problem {
  return {
    code: "unexplained-suppression",
    severity: "warning",
    at: comment,
    message: "The suppression gives no reason",
    help: "write it behind ` -- `",
  };
}

/** One problem for a directive that has no effect at all, or else one for each name that has none. */
function unusedProblems(
  commented: CommentedText,
  directive: Directive,
  unused: ReadonlySet<Token | undefined>,
  severity: Severity,
): readonly Problem[] {
  const base = { code: "unused-suppression", severity };
  const ends = directive.kind === "enable";
  if (unused.size > 0 && unused.size === Math.max(1, directive.names.length)) {
    const message = `The comment has no effect: ${ends ? "nothing is suppressed that it could end" : "it suppresses nothing"}`;
    return [{ ...base, at: directive.comment, message, fixes: [removeComment(commented, directive.comment)] }];
  }
  return directive.names.flatMap((name, k): readonly Problem[] => {
    if (!unused.has(name)) return [];
    const effect = ends ? "is not suppressed above" : "suppresses nothing";
    const message = `\`${name.text}\` ${effect}, so it has no effect in this comment`;
    return [{ ...base, at: name.span, message, fixes: [removeName(directive.names, name, k)] }];
  });
}

function toRemoveByHand({ code, severity, at, message }: Problem): Problem {
  return { code, severity, at, message, help: "remove it, unless it is about other files" };
}

/** The line goes as well where nothing else stands on it. */
function removeComment({ text, lines }: CommentedText, comment: Span): Fix {
  const first = lines.at(comment.from);
  const last = lines.at(comment.to);
  let { from, to } = comment;
  if (lines.isAlone(comment)) {
    from = text.startsWith("\ufeff", first.from) ? first.from + 1 : first.from;
    to = lines.behind(last);
    // The last line has no break of its own: the one before it goes.
    if (to === last.to && first.from > 0) from = lines.at(first.from - 1).to;
  } else {
    while (from > first.from && " \t".includes(text.charAt(from - 1))) from--;
  }
  return { title: "Remove the comment", safety: "safe", edits: [{ from, to, insert: "" }] };
}

/** With the commas and blanks to its right, or those to its left where it is the last. */
function removeName(names: readonly Token[], { text, span }: Token, index: number): Fix {
  const next = names[index + 1];
  const from = next ? span.from : (names[index - 1]?.span.to ?? span.from);
  const edit = { from, to: next ? next.span.from : span.to, insert: "" };
  return { title: `Remove \`${text}\``, safety: "safe", edits: [edit] };
}

function placed({ at, fixes, ...rest }: Problem, map: CommentedText["map"]): Problem {
  const written = fixes?.flatMap((fix): Fix[] => {
    const edits = map.rewrite(fix.edits);
    return edits ? [{ ...fix, edits }] : [];
  });
  return { ...rest, at: map.span(at), ...(written && { fixes: written }) };
}
