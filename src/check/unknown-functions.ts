import { valueType } from "../analysis/value-type.js";
import { aggregatorInfo, aggregatorNames, isAggregator, type AggregatorName } from "../promql/aggregators.js";
import { functionInfo, functionNames, type FunctionInfo } from "../promql/functions.js";
import { nearest } from "../promql/spelling.js";
import type { Call, Expr } from "../syntax/ast.js";
import { inOneLine, shortened } from "../syntax/characters.js";
import { print } from "../syntax/print.js";
import type { Problem } from "../syntax/problem.js";
import { insteadOf, type Instead } from "./foreign-functions.js";

/** A function that Prometheus does not have, and what was probably meant. */
export function unknownFunction(call: Call): Problem {
  const { text, span } = call.name;
  const instead = insteadOf(call);
  return {
    code: "unknown-function",
    severity: "error",
    at: span,
    message: `Prometheus has no function \`${text}\``,
    ...(instead ? replaced(call, instead) : (asSelector(call) ?? respelling(call))),
    prometheus: `unknown function with name ${JSON.stringify(text)}`,
  };
}

type Mending = Pick<Problem, "help" | "fixes">;

function replaced({ name: { span }, args }: Call, { name, help, edits = [] }: Instead): Mending {
  const added = edits.length > 0 && edits.every(({ from, to }) => from === to) ? 1 : 0;
  if (name === undefined || !takesCount(name, args.length + added)) return { help };
  const safety = added > 0 || takes(name, args) ? "safe" : "suggestion";
  return { help, fixes: [{ title: `Use \`${name}\``, safety, edits: [{ ...span, insert: name }, ...edits] }] };
}

/** `up(job!="api")`: the parentheses were meant to be braces. */
function asSelector({ name, args, span }: Call): Mending | undefined {
  const [first] = args;
  const last = args.at(-1);
  const matchers = args.flatMap((arg) => matcherOf(arg) ?? []);
  if (!first || !last || matchers.length < args.length) return undefined;
  const edits = [
    { from: name.span.to, to: first.span.from, insert: "{" },
    ...matchers.flatMap(({ edit }) => edit),
    { from: last.span.to, to: span.to, insert: "}" },
  ];
  return {
    help: `labels go in braces: \`${inOneLine(`${name.text}{${matchers.map(({ text }) => text).join(", ")}}`)}\``,
    fixes: [{ title: "Use braces", safety: "safe", edits }],
  };
}

function matcherOf(arg: Expr) {
  if (arg.kind !== "Binary" || (arg.op.text !== "!=" && arg.op.text !== "==")) return undefined;
  const { left, op, right } = arg;
  if (left.kind !== "VectorSelector" || left.braces || right.kind !== "StringLiteral") return undefined;
  const operator = op.text === "==" ? "=" : "!=";
  return { text: `${print(left)}${operator}${right.text}`, edit: [{ ...op.span, insert: operator }] };
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
    return { help: `write a metric without parentheses, and its labels in braces: \`${shortened(text)}{job="api"}\`` };
  }
  const safety = taking.length === 1 ? "safe" : "suggestion";
  const edits = [{ from: span.from, to: span.to, insert: name }];
  return { help: `use \`${name}\``, fixes: [{ title: `Use \`${name}\``, safety, edits }] };
}

function takes(name: string, args: readonly Expr[]): boolean {
  const wanted = argumentsOf(name);
  if (!wanted || !takesCount(name, args.length)) return false;
  return args.every((arg, index) => {
    const type = valueType(arg);
    return type === "unknown" || type === wanted.args[Math.min(index, wanted.args.length - 1)];
  });
}

function takesCount(name: string, count: number): boolean {
  const wanted = argumentsOf(name);
  return !!wanted && count >= (wanted.min ?? wanted.args.length) && count <= (wanted.max ?? wanted.args.length);
}

function argumentsOf(name: string): Pick<FunctionInfo, "args" | "min" | "max"> | undefined {
  return isAggregator(name) ? aggregatorArguments(name) : functionInfo(name);
}

function aggregatorArguments(name: AggregatorName): Pick<FunctionInfo, "args"> {
  const { param } = aggregatorInfo(name);
  return { args: param ? [param, "vector"] : ["vector"] };
}
