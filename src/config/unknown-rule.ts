import { problemCodes } from "../lint/problem-codes.js";
import type { Rule } from "../lint/rule.js";
import { askForName } from "../promql/spelling.js";

/** What to say where a rule is set that does not exist; a problem is perhaps taken for one. */
export function unknownRule(id: string, rules: readonly Rule[]): { readonly message: string; readonly help: string } {
  if (problemCodes.has(id)) {
    return {
      message: `\`${id}\` is a problem, and only rules are set`,
      help: `suppress it where it is reported: \`# promql-lint-disable-next-line ${id}\``,
    };
  }
  const ids = rules.map((rule) => rule.id);
  const help = askForName(id, ids) ?? "see `promql-lint explain` for the list";
  return { message: `no rule is called \`${id}\``, help };
}
