import { inOneLine } from "../../syntax/characters.js";
import { maxProblems } from "../../syntax/problem.js";
import { scanString } from "../../syntax/scan.js";
import { actionEnd } from "../../syntax/template-action.js";
import type { Reading } from "./habit.js";

const special = /["'`]|#[^\r\n]*|\{\{/g;

/** Braces that are doubled by mistake hold a matcher, further braces, or nothing. */
const opening = /^\{\{(?!\s*(?:[{}]|[A-Za-z_]\w*\s*(?:=|!)|"[^"\n]*"\s*(?:=|!|\})))/;

/**
 * The actions of a Go template, `{{ .x }}`, as Helm and Prometheus itself render them. What else is wrong with such a text
 * only what renders it knows.
 */
export function templateActions(text: string): readonly Reading[] {
  const readings: Reading[] = [];
  special.lastIndex = 0;
  for (let found = special.exec(text); found && readings.length < maxProblems; found = special.exec(text)) {
    const { 0: all, index: from } = found;
    if (/["'`]/.test(all)) special.lastIndex = scanString(text, from).to;
    if (all !== "{{" || !opening.test(text.slice(from, from + longest))) continue;
    const end = actionEnd(text, from);
    const to = end ?? text.trimEnd().length;
    readings.push({ at: { from, to }, code: "template-action", ...words(inOneLine(text.slice(from, to)), end) });
    special.lastIndex = to;
  }
  return readings;
}

/** How far what stands in the braces is looked at. */
const longest = 200;

function words(written: string, end: number | undefined): Pick<Reading, "message" | "help"> {
  return end === undefined
    ? { message: `the action of a template is never closed: \`${written}\``, help: "close it with `}}`" }
    : {
        message: `\`${written}\` is an action of a template, and Prometheus renders none in a query`,
        help: "write the value, or render the template before Prometheus reads the query",
      };
}
