import { listInWords } from "../../analysis/words.js";
import { operatorInfo } from "../../promql/operators.js";
import { assertNever, type Expr, type Node } from "../../syntax/ast.js";
import { print } from "../../syntax/print.js";
import { walk } from "../../syntax/walk.js";

/** Aggregations that keep some series as they are. */
const keepingFew: ReadonlySet<string> = new Set(["topk", "bottomk", "limitk", "limit_ratio"]);

/** Longer parts are not repeated. */
const longest = 60;

/** The parts of a query that leave out series, as far as the answer has not the same: nothing where there are none. */
export function leftOutHelp(own: Expr, answer: Expr): string | undefined {
  const theirs = new Set(walk(answer).flatMap(leavingOut));
  const parts = [...new Set(walk(own).flatMap(leavingOut))].filter((part) => !theirs.has(part));
  const [first, ...others] = parts;
  if (first === undefined) return undefined;
  const which = listInWords([first, ...others.slice(0, 2)]);
  return `all of your series are wanted, and some are not there: ${which} ${others.length > 0 ? "leave" : "leaves"} them out`;
}

/** What leaves out series, in a word. */
function leavingOut(node: Node): readonly string[] {
  switch (node.kind) {
    case "Aggregation":
      return keepingFew.has(node.op.text) && node.param ? [`\`${node.op.text}(${short(node.param)}, …)\``] : [];
    case "LabelMatcher":
      return [`the matcher \`${shortText(`${node.label.text}${node.op.text}${node.valueToken.text}`)}\``];
    case "Binary": {
      const kind = operatorInfo(node.op.text).class;
      if (kind === "comparison") return node.bool ? [] : [`the comparison \`${node.op.text} ${short(node.right)}\``];
      return node.op.text === "and" || node.op.text === "unless" ? [`\`${node.op.text}\``] : [];
    }
    case "Call":
    case "VectorSelector":
    case "RangeSelector":
    case "Subquery":
    case "NumberLiteral":
    case "StringLiteral":
    case "Paren":
    case "Unary":
    case "DurationLiteral":
    case "DurationBinary":
    case "DurationUnary":
    case "DurationParen":
    case "DurationCall":
      return [];
    default:
      return assertNever(node);
  }
}

function short(expr: Expr): string {
  return shortText(print(expr));
}

function shortText(text: string): string {
  return text.length > longest ? "…" : text;
}
