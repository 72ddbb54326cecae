import { valueType } from "../analysis/value-type.js";
import { aggregatorNames } from "../promql/aggregators.js";
import { functionInfo, functionNames } from "../promql/functions.js";
import { gluedFunction } from "../promql/glued-function.js";
import { parametersOf } from "../promql/parameters.js";
import { isAlike, nearest } from "../promql/spelling.js";
import type { Call, Expr, Token } from "../syntax/ast.js";
import { shortened } from "../syntax/characters.js";
import { isRequest } from "../syntax/mistakes/foreign-words.js";
import { mending } from "../syntax/mistakes/mending.js";
import { print } from "../syntax/print.js";
import type { Problem } from "../syntax/problem.js";
import { insteadOf, type Instead } from "./foreign-functions.js";
import { spreadsheetFunction, type SpreadsheetFunction } from "./spreadsheet-functions.js";

/** What was probably meant by a function that Prometheus does not have. */
export function meantFunction(call: Call): Meant {
  const known = spreadsheetFunction(call);
  if (known) return withCall(call, known);
  const instead = insteadOf(call);
  if (instead) return replaced(call, instead);
  return asMetric(call) ?? asRequest(call) ?? asSelector(call) ?? respelling(call);
}

type Mending = Pick<Problem, "help" | "fixes">;

/** How to write what was meant, and at times what that is. */
export type Meant = Mending & Partial<Pick<Problem, "message">>;

function withCall({ span }: Call, { help, call }: SpreadsheetFunction): Mending {
  if (call === undefined) return { help };
  return mending(help.charAt(0).toUpperCase() + help.slice(1), [{ ...span, insert: call }]);
}

function replaced({ name: { span }, args }: Call, { name, help, edits = [] }: Instead): Mending {
  const added = edits.length > 0 && edits.every(({ from, to }) => from === to) ? 1 : 0;
  if (name === undefined || !takesCount(name, args.length + added)) return { help };
  const safety = added > 0 || takes(name, args) ? "safe" : "suggestion";
  return mending(help.charAt(0).toUpperCase() + help.slice(1), [{ ...span, insert: name }, ...edits], safety);
}

/** `up(5m)`, `up_max_over_time(5m)`: a metric with its range in parentheses, and at times with a function in its name. */
function asMetric({ name, args, span }: Call): Meant | undefined {
  const [range] = args;
  const glued = gluedFunction(name.text);
  const isRange = range?.kind === "NumberLiteral" && range.duration;
  if (args.length > 1 || (range && !isRange && !glued)) return undefined;
  if (!glued) {
    if (!range || functionNames.some((each) => isAlike(each, name.text))) return undefined;
    const meant = `${name.text}[${print(range)}]`;
    const message = `\`${shortened(name.text)}\` is a metric: the range stands in brackets after it`;
    const edits = [{ from: name.span.from, to: span.to, insert: meant }];
    return { message, ...mending("Use brackets", edits) };
  }
  const message = `\`${glued.name}\` is a function: it stands before the metric, which is in parentheses`;
  const title = `Use \`${glued.name}()\``;
  if (range && !isRange) return { message, ...mending(title, [{ ...name.span, insert: glued.name }], "suggestion") };
  const insert = `${glued.name}(${glued.metric}[${range ? print(range) : "5m"}])`;
  return { message, ...mending(title, [{ from: name.span.from, to: span.to, insert }], "suggestion") };
}

/** `show(up)`: a query is the expression alone. */
function asRequest({ name, args, span }: Call): Mending | undefined {
  const [first] = args;
  if (!first || args.length > 1 || !isRequest(name.text)) return undefined;
  const edits = [
    { from: name.span.from, to: first.span.from, insert: "" },
    { from: first.span.to, to: span.to, insert: "" },
  ];
  return mending(`Leave out \`${name.text}\`: a query is the expression alone`, edits);
}

/** `up(job!="api")`: the parentheses were meant to be braces. */
function asSelector({ name, args, span }: Call): Mending | undefined {
  const [first] = args;
  const last = args.at(-1);
  const operators = args.flatMap((arg) => operatorOf(arg) ?? []);
  if (!first || !last || operators.length < args.length) return undefined;
  const edits = [
    { from: name.span.to, to: first.span.from, insert: "{" },
    ...operators.map(({ text, span: at }) => ({ ...at, insert: text === "==" ? "=" : text })),
    { from: last.span.to, to: span.to, insert: "}" },
  ];
  return mending("Put labels in braces", edits);
}

/** The arguments of an unknown function that were meant to be matchers: `up(job!="api")`. */
export function matchersAsArguments(call: Call): readonly Expr[] {
  return functionInfo(call.name.text) || !asSelector(call) ? [] : call.args;
}

/** The operator of what was meant to be a matcher. */
function operatorOf(arg: Expr): Token | undefined {
  if (arg.kind !== "Binary" || (arg.op.text !== "!=" && arg.op.text !== "==")) return undefined;
  const isMatcher = arg.left.kind === "VectorSelector" && !arg.left.braces && arg.right.kind === "StringLiteral";
  return isMatcher ? arg.op : undefined;
}

/** A single nearest name that takes these arguments is certain; otherwise it is only a guess. */
function respelling(call: Call): Mending {
  const { text, span } = call.name;
  const names = [...functionNames, ...aggregatorNames];
  const taking = nearest(
    text,
    names.filter((name) => takes(name, call.args)),
  );
  const [name] = taking.length > 0 ? taking : nearest(text, names);
  if (name === undefined) {
    if (!call.args.every(({ kind }) => kind === "VectorSelector" || kind === "StringLiteral")) return {};
    if (isNoMetric(call)) return { help: noSuchFunction };
    return { help: `write a metric without parentheses, and its labels in braces: \`${shortened(text)}{job="api"}\`` };
  }
  const safety = taking.length === 1 ? "safe" : "suggestion";
  const edits = [{ from: span.from, to: span.to, insert: name }];
  return { help: `use \`${name}\``, fixes: [{ title: `Use \`${name}\``, safety, edits }] };
}

const noSuchFunction =
  'there is none: labels are compared in braces, `METRIC{pod=~"api.*"}`, and values with operators: `METRIC > 0`';

/** Whether a name is that of a function only: in capitals, or with a text behind what it reads. */
function isNoMetric({ name, args }: Call): boolean {
  const isText = args.length > 1 && args.some(({ kind }) => kind === "StringLiteral");
  return isText || (/^[A-Z][A-Z0-9_.]+$/.test(name.text) && args.length > 0);
}

function takes(name: string, args: readonly Expr[]): boolean {
  const wanted = parametersOf(name);
  if (!wanted || !takesCount(name, args.length)) return false;
  return args.every((arg, index) => {
    const type = valueType(arg);
    return type === "unknown" || type === wanted.args[Math.min(index, wanted.args.length - 1)];
  });
}

function takesCount(name: string, count: number): boolean {
  const wanted = parametersOf(name);
  return !!wanted && count >= (wanted.min ?? wanted.args.length) && count <= (wanted.max ?? wanted.args.length);
}
