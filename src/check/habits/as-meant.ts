import { applyEdits } from "../../syntax/apply-edits.js";
import { mending } from "../../syntax/mistakes/mending.js";
import type { Problem } from "../../syntax/problem.js";
import { addresses } from "./addresses.js";
import { argumentsOutside } from "./arguments-outside.js";
import { blanked } from "./blanked.js";
import { clockTimes } from "./clock-times.js";
import { foreignGroups } from "./foreign-groups.js";
import type { Habit, Reading } from "./habit.js";
import { rangesInBraces, valuesInBraces } from "./in-braces.js";
import { inOriginal, withEdits } from "./in-original.js";
import { labelFields } from "./label-fields.js";
import { matchersOutside } from "./matchers-outside.js";
import { metricInBraces } from "./metric-in-braces.js";
import { numberCommas } from "./number-commas.js";
import { partsOfResults } from "./parts-of-results.js";
import { percentSigns } from "./percent-signs.js";
import { placeholders } from "./placeholders.js";
import { prompts } from "./prompts.js";
import { selectorInBrackets } from "./selector-in-brackets.js";
import { semicolons } from "./semicolons.js";
import { splitFunctions } from "./split-functions.js";
import { sql } from "./sql.js";
import { templateActions } from "./template-actions.js";
import { valuesInList } from "./values-in-list.js";

/** Earlier ones tell more of the whole query. */
const habits: readonly Habit[] = [
  partsOfResults,
  addresses,
  prompts,
  sql,
  valuesInList,
  semicolons,
  numberCommas,
  percentSigns,
  clockTimes,
  rangesInBraces,
  valuesInBraces,
  selectorInBrackets,
  foreignGroups,
  splitFunctions,
  argumentsOutside,
  metricInBraces,
  labelFields,
  matchersOutside,
  placeholders,
];

/** Longer queries, in UTF-16 units, are not read once more. */
const longest = 2000;
const mostRounds = 3;
/** What may be a variable of Grafana stands for nobody knows what. */
const variable = /\$(?!\s)|\[\[[A-Za-z_]\w*(?::\w+)?\]\]/;

/**
 * The errors of a rejected query as one, where the query can be rewritten into one that was probably meant and that `judge`
 * finds no error in; otherwise the errors as they are. `prometheus` is what a server says of the query.
 */
export function asMeant(
  text: string,
  errors: readonly Problem[],
  judge: (text: string) => readonly Problem[],
  prometheus = errors[0]?.prometheus,
  rounds = mostRounds,
): readonly Problem[] {
  const actions = templateActions(text);
  if (actions.length > 0) return actions.map((action) => problemOf(action, errorAt(action, errors)?.prometheus));
  if (rounds === 0 || text.length > longest || variable.test(text)) return errors;
  const code = blanked(text);
  for (const habit of habits) {
    for (const reading of habit({ text, code })) {
      const again = (meant: string) => asMeant(meant, judge(meant), judge, undefined, rounds - 1);
      const told = tell(text, reading, errors, prometheus, again);
      if (told) return told;
    }
  }
  return errors;
}

/** What is told of a query by a reading of it; nothing where it was not meant. */
function tell(
  text: string,
  reading: Reading,
  errors: readonly Problem[],
  prometheus: string | undefined,
  judge: (text: string) => readonly Problem[],
): readonly Problem[] | undefined {
  const { meant } = reading;
  const own = problemOf(reading, prometheus);
  if (!meant) return [own];
  const whole = { ...mending(meant.title, meant.edits, meant.safety), ...own };
  const rest = judge(applyEdits(text, meant.edits));
  if (rest.length === 0) return [whole];
  if (!meant.left || rest.length > errors.length) return undefined;
  const moved = rest.map((problem) => inOriginal(problem, meant.edits));
  if (meant.left === "alone") return moved.map((problem) => withEdits(saying(problem, prometheus), meant.edits));
  if (rest.length >= errors.length && moved.some((problem) => isAmong(problem, errors))) return undefined;
  return [whole, ...moved].sort((a, b) => a.at.from - b.at.from);
}

function problemOf({ at, code, message, help }: Reading, prometheus: string | undefined): Problem {
  return saying({ severity: "error", at, code, message, ...(help !== undefined && { help }) }, prometheus);
}

function saying(problem: Problem, prometheus: string | undefined): Problem {
  return prometheus === undefined ? problem : { ...problem, prometheus };
}

/** The first error from the place of a reading on, but for what is only open there. */
function errorAt({ at }: Reading, errors: readonly Problem[]): Problem | undefined {
  return errors.find((error) => error.at.from >= at.from && !error.code.startsWith("unclosed-")) ?? errors[0];
}

function isAmong({ code, at }: Problem, errors: readonly Problem[]): boolean {
  return errors.some((error) => error.code === code && error.at.from === at.from);
}
