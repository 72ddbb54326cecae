import { withoutParens } from "../../analysis/without-parens.js";
import { valueType } from "../../analysis/value-type.js";
import type { Expr } from "../../syntax/ast.js";
import { print } from "../../syntax/print.js";
import { nodesOf } from "../../syntax/walk.js";

/** That a sum is divided by how many there are by somebody's count, where the answer has the average. */
export function countedAverageHelp(own: Expr, answer: Expr): string | undefined {
  const wanted = print(answer);
  for (const { op, left, right } of nodesOf(own, "Binary")) {
    const sum = withoutParens(left);
    if (op.text !== "/" || valueType(right) !== "scalar") continue;
    if (sum.kind === "Call" && sum.name.text === "sum_over_time") {
      const average = { ...sum, name: { ...sum.name, text: "avg_over_time" } };
      if (wanted.includes(print(average))) return samplesHelp;
    }
    if (sum.kind === "Aggregation" && sum.op.text === "sum") {
      const average = { ...sum, op: { ...sum.op, text: "avg" as const } };
      if (wanted.includes(print(average))) return seriesHelp;
    }
  }
  return undefined;
}

const samplesHelp =
  "how many samples there are is easily guessed wrong, since not all metrics are asked for equally often: `avg_over_time()` takes the average of those that are there";
const seriesHelp = "`avg` counts the series itself, and stays right when there are more or fewer of them";
