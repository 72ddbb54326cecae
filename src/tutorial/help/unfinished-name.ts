import { listInWords } from "../../analysis/words.js";
import { isAggregator } from "../../promql/aggregators.js";
import { functionNames } from "../../promql/functions.js";
import type { Expr } from "../../syntax/ast.js";
import { nodesOf } from "../../syntax/walk.js";

/** Functions that are told at once. */
const most = 3;

/** What to say of the name of a function that begins with an aggregation, where only its end is there: `over_time(up[5m])`. Which one is meant, the goal tells. */
export function unfinishedNameHelp(root: Expr): string | undefined {
  for (const { name } of nodesOf(root, "Call")) {
    const end = name.text.replace(/^_*/, "_");
    const names = functionNames.filter((one) => one.endsWith(end) && isAggregator(one.slice(0, -end.length)));
    if (end.length < 4 || names.length < 2) continue;
    const named = listInWords(
      names.slice(0, most).map((one) => `\`${one}()\``),
      "or",
    );
    return `the beginning of the name is missing, which says what is made of the values: as in ${named}. Choose the one that the goal asks for`;
  }
  return undefined;
}
