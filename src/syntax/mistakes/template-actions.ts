import { inOneLine } from "../characters.js";
import type { Lexeme } from "../lexeme.js";
import type { Problem } from "../problem.js";
import { actionEnd } from "../template-action.js";
import type { Place, Words } from "./lex-problems.js";
import { endOf, type Misread } from "./misread.js";

const base = { code: "template-action" };

/** Braces that are doubled by mistake hold a matcher, further braces, or nothing. */
const opening = /\{\{(?!\s*(?:[{}]|[A-Za-z_]\w*\s*(?:=|!)|"[^"\n]*"\s*(?:=|!|\})))/y;

/** `{{ .x }}`: an action of a Go template, as Helm and Prometheus itself render them. To the end where none closes it. */
export function templateAction(text: string, from: number, where: Place, before?: Lexeme): Misread | undefined {
  if (endOf(opening, text, from) === undefined) return undefined;
  const end = actionEnd(text, from);
  const to = end ?? text.trimEnd().length;
  const written = inOneLine(text.slice(from, to));
  const words: Omit<Words, "prometheus"> = end
    ? {
        ...base,
        message: `\`${written}\` is an action of a template, and Prometheus renders none in a query`,
        help: "write the value, or render the template before Prometheus reads the query",
      }
    : { ...base, message: `the action of a template is never closed: \`${written}\``, help: "close it with `}}`" };
  return { at: { from, to }, words: { ...words, prometheus: goAction(where, before) }, to, meant: [] };
}

/** Behind an operand the first brace is one too many, elsewhere the second one. */
function goAction(where: Place, before: Lexeme | undefined): string {
  if (where === "duration") return "unexpected character in duration expression: '{'";
  const isBehindOperand = before !== undefined && [")", "}", "]", "number", "duration", "string"].includes(before.type);
  return where === "ordinary" && isBehindOperand ? 'unexpected "{"' : "unexpected left brace '{'";
}

/** The problems that are actions: what else is wrong with such a text only what renders it knows. */
export function templateActions(problems: readonly Problem[]): readonly Problem[] {
  return problems.filter((problem) => problem.code === base.code);
}
