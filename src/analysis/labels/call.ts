import { functionInfo } from "../../promql/functions.js";
import type { Call, Expr } from "../../syntax/ast.js";
import { stringArgument } from "./string-argument.js";
import { absentBranches } from "./absent.js";
import { infoBranches } from "./info.js";
import { labelJoinBranch, labelReplaceBranch } from "./rewrite.js";
import {
  type Branch,
  isLabelless,
  labellessBranch,
  live,
  openBranch,
  withFewerLabels,
  withLabel,
  withLabels,
  withoutName,
} from "./branch.js";
import { fact } from "./label-fact.js";
import { anyValue, noValue, someValue } from "../values/value-set.js";

/** The result of a function, given those of its arguments. */
export function callBranches(call: Call, of: (expr: Expr) => readonly Branch[]): readonly Branch[] {
  const info = functionInfo(call.name.text);
  const { name, span } = call;
  if (!info) return [openBranch({ why: `\`${name.text}\` is not a function of Prometheus`, span: name.span })];

  const index = info.args.findIndex((type) => type === "vector" || type === "matrix");
  const source = call.args[index];
  const branches = source ? of(source) : [];
  switch (name.text) {
    case "absent":
    case "absent_over_time":
      return source ? absentBranches(call, source, branches) : [];
    case "vector":
    case "scalar":
      return [{ ...labellessBranch(madeBy(call), constantOf(call, of)), span }];
    case "label_replace":
      return branches.map((branch) => labelReplaceBranch(call, branch));
    case "label_join":
      return branches.map((branch) => labelJoinBranch(call, branch));
    case "info":
      return infoBranches(call, branches);
  }
  if (!source) return [{ ...labellessBranch(madeBy(call), constantOf(call, of)), span }];
  return branches.map((branch) => applied(call, branch, branches.length === 1));
}

function madeBy({ name }: Call) {
  return { why: `\`${name.text}()\` makes a value without labels`, span: name.span };
}

function applied(call: Call, branch: Branch, alone: boolean): Branch {
  const { text, span } = call.name;
  const before = alone ? { ...branch, span: call.span } : branch;
  if (keepingValue.has(text)) return before;

  const kept = keepingName.has(text) ? before : withoutName(before, { why: `\`${text}()\` removes the name`, span });
  const constant = text === "present_over_time" ? 1 : undefined;
  const result = { ...kept, alwaysReturns: branch.alwaysReturns && !leavesOut(text), constant };
  if (!usesBuckets.has(text)) return result;
  const why = `\`${text}()\` reads the buckets, and removes their label`;
  return withQuantileLabel(call, withLabel(result, "le", fact(noValue, { why, span })));
}

/** Only order changes. */
const keepingValue: ReadonlySet<string> = new Set(["sort", "sort_desc", "sort_by_label", "sort_by_label_desc"]);

const keepingName: ReadonlySet<string> = new Set(["last_over_time", "first_over_time"]);

const usesBuckets: ReadonlySet<string> = new Set(["histogram_quantile", "histogram_quantiles", "histogram_fraction"]);

/** Functions of histograms know nothing of numbers, and `clamp` gives nothing where the bounds contradict each other. */
function leavesOut(name: string): boolean {
  return name.startsWith("histogram_") || name === "clamp" || name === "start_timestamp";
}

function withQuantileLabel(call: Call, branch: Branch): Branch {
  if (call.name.text !== "histogram_quantiles") return branch;
  const label = stringArgument(call.args[1]);
  if (!label || label.variable) {
    const why = "the label with the quantile is not known";
    return withLabels(
      withFewerLabels(branch),
      new Map(),
      fact(anyValue, { why, span: call.args[1]?.span ?? call.span }),
    );
  }
  const cause = { why: "`histogram_quantiles()` puts the quantile there", span: label.span };
  return withLabel(branch, label.text, fact(someValue, cause));
}

function constantOf({ name, args }: Call, of: (expr: Expr) => readonly Branch[]): number | undefined {
  const constants = args.map((arg) => {
    const [only, ...rest] = live(of(arg));
    const sure = only?.alwaysReturns && isLabelless(only) && rest.length === 0;
    return sure ? only.constant : undefined;
  });
  const [first, second] = constants;
  switch (name.text) {
    case "vector":
    case "scalar":
      return first;
    case "pi":
      return Math.PI;
    case "min_of":
      return first !== undefined && second !== undefined ? Math.min(first, second) : undefined;
    case "max_of":
      return first !== undefined && second !== undefined ? Math.max(first, second) : undefined;
    default:
      return undefined;
  }
}
