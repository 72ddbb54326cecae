import type { Aggregation, Binary, Call, Expr } from "../../syntax/ast.js";
import { operatorInfo } from "../../promql/operators.js";
import type { Cause } from "./label-fact.js";
import { operation } from "./aggregation.js";
import { matchedLabels } from "./matched-labels.js";
import { matchesVectors } from "./match-conflict.js";
import { operands } from "../operands.js";
import { stringArgument } from "./string-argument.js";
import { valueType } from "../value-type.js";
import { printLabelList } from "../words.js";

/** What the rest of a query does with the labels of an expression's result. */
export interface LabelUses {
  /** Labels that a later step reads or the result of the query has. */
  readonly used: ReadonlySet<string>;
  /** Labels that are gone before anything reads them, and why. */
  readonly lost: ReadonlyMap<string, Cause>;
  /** All other labels. */
  readonly others: "used" | Cause;
  /** Labels to which a later step may give other values: then the others have to tell the series apart. */
  readonly rewritten: ReadonlySet<string>;
}

const everything: LabelUses = { used: new Set(), lost: new Map(), others: "used", rewritten: new Set() };

/** Why a label is gone before anything reads it; nothing where something may. */
export function lossOf({ used, lost, others }: LabelUses, label: string): Cause | undefined {
  if (used.has(label)) return undefined;
  return lost.get(label) ?? (others === "used" ? undefined : others);
}

/** For each operator of a query that takes labels from its other side, what becomes of the labels of its result. */
export function usesOfJoined(root: Expr): ReadonlyMap<Binary, LabelUses> {
  const found = new Map<Binary, LabelUses>();
  const pending: { readonly node: Expr; readonly uses: LabelUses }[] = [{ node: root, uses: everything }];
  for (let next = pending.pop(); next; next = pending.pop()) {
    const { node, uses } = next;
    if (node.kind === "Binary" && node.matching?.group?.include.length) found.set(node, uses);
    const below = operands(node);
    const passed = usesBelow(node, uses);
    for (const operand of below) pending.push({ node: operand, uses: few(passed(operand)) });
  }
  return found;
}

const maxLabels = 64;

/** A long list is given up, so that long queries stay cheap. */
function few(uses: LabelUses): LabelUses {
  return Math.max(uses.used.size, uses.lost.size, uses.rewritten.size) > maxLabels ? everything : uses;
}

/** What becomes of the labels of an operand, given what becomes of those of the result. */
function usesBelow(node: Expr, uses: LabelUses): (operand: Expr) => LabelUses {
  switch (node.kind) {
    case "Paren":
    case "Unary":
      return () => uses;
    case "Aggregation":
      return (operand) => (operand === node.expr ? ofAggregated(node, uses) : everything);
    case "Binary":
      return (operand) => ofOperand(node, operand === node.left ? "left" : "right", uses);
    case "Call":
      return () => ofArgument(node, uses);
    case "Subquery": // Labels tell which samples of two steps are of one series.
    case "NumberLiteral":
    case "StringLiteral":
    case "VectorSelector":
    case "RangeSelector":
      return () => everything;
  }
}

function ofAggregated(node: Aggregation, uses: LabelUses): LabelUses {
  const { op, grouping } = node;
  const labels = grouping?.labels ?? [];
  if (labels.some(({ variable }) => variable) || op.text === "limitk" || op.text === "limit_ratio") return everything;

  const names = labels.map(({ text }) => text);
  const cause = { why: `\`${operation(node)}\` removes it`, span: grouping?.span ?? op.span };
  const isWithout = grouping?.mode.text === "without";
  if (op.text === "topk" || op.text === "bottomk") return isWithout ? everything : alsoUsed(uses, names);
  if (isWithout) return { ...everything, lost: new Map(names.map((name) => [name, cause])) };
  return { ...everything, used: new Set(names), others: cause };
}

function alsoUsed(uses: LabelUses, names: Iterable<string>): LabelUses {
  return { ...uses, used: new Set([...uses.used, ...names]) };
}

function ofOperand(node: Binary, side: "left" | "right", uses: LabelUses): LabelUses {
  if (!matchesVectors(node)) {
    return [node.left, node.right].some((operand) => valueType(operand) === "unknown") ? everything : uses;
  }
  const { listed, mode, others, span } = matchedLabels(node);
  if (others === "maybe" || node.fill) return everything;
  if (mode === "ignoring") return ofIgnoring(node, side, uses, listed);

  const onlyListed = (why: string): LabelUses => ({ ...everything, used: listed, others: { why, span } });
  const op = node.op.text;
  if (operatorInfo(op).class === "set") {
    const isLeft = side === "left" || op === "or";
    return isLeft ? alsoUsed(uses, listed) : onlyListed(`the right side of \`${op}\` gives no labels`);
  }
  const group = node.matching?.group;
  if (!group) return onlyListed(`\`on (${printLabelList([...listed])})\` keeps only the labels that it lists`);
  if (group.include.some(({ variable }) => variable)) return everything;

  const included = group.include.map(({ text }) => text);
  const word = `group_${group.side}`;
  if (side !== group.side) {
    const used = [...listed, ...included.filter((name) => !lossOf(uses, name))];
    return { ...onlyListed(`\`${word}\` does not take it`), used: new Set(used) };
  }
  const taken = { why: `\`${word}\` takes it from the other side`, span: group.span };
  return {
    used: new Set([...listed, ...[...uses.used].filter((name) => !included.includes(name))]),
    lost: new Map([...uses.lost, ...included.map((name) => [name, taken] as const)]),
    others: uses.others,
    rewritten: new Set([...uses.rewritten, ...included]),
  };
}

/** All labels are compared but those that are listed. */
function ofIgnoring(
  { matching, op }: Binary,
  side: "left" | "right",
  uses: LabelUses,
  listed: ReadonlySet<string>,
): LabelUses {
  if (matching?.group) return everything;
  const isKept = operatorInfo(op.text).class === "set" && (side === "left" || op.text === "or");
  const why = `\`ignoring (${printLabelList([...listed])})\` removes it`;
  const ignored = { why, span: matching?.span ?? op.span };
  const lost = [...listed].flatMap((name) => {
    const cause = isKept ? lossOf(uses, name) : ignored;
    return cause ? [[name, cause] as const] : [];
  });
  return { ...everything, lost: new Map(lost), rewritten: isKept ? uses.rewritten : everything.rewritten };
}

function ofArgument({ name, args }: Call, uses: LabelUses): LabelUses {
  const strings = args.slice(1).map(stringArgument);
  switch (name.text) {
    case "absent":
    case "absent_over_time":
    case "scalar":
      return { ...everything, others: { why: `\`${name.text}()\` keeps no label`, span: name.span } };
    case "label_replace":
      return rewriting(uses, strings[0], [strings[2]]);
    case "label_join":
      return rewriting(uses, strings[0], strings.slice(2));
    case "sort_by_label":
    case "sort_by_label_desc":
    case "info":
      return everything;
    default:
      // Buckets are those of one histogram when they have the same labels.
      return name.text.startsWith("histogram_") ? everything : uses;
  }
}

type Argument = ReturnType<typeof stringArgument>;

function rewriting(uses: LabelUses, target: Argument, sources: readonly Argument[]): LabelUses {
  const read = sources.flatMap((source) => (source && !source.variable ? [source.text] : []));
  if (!target || target.variable || read.length < sources.length) return everything;
  return { ...alsoUsed(uses, read), rewritten: new Set([...uses.rewritten, target.text]) };
}
