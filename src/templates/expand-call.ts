import type { Command, FunctionNode, Operand } from "./ast.js";
import { builtinCalls } from "./builtin-functions.js";
import { type ExpansionFrame, failAt, moveTo } from "./expand-state.js";
import { templateFunction } from "./functions.js";
import { evaluateOperand } from "./expand-operand.js";
import { type GoValue, isTrue, nil, typeName } from "./go-value.js";
import { type ParameterType, prometheusFunctions } from "./prometheus-functions.js";
import { TemplateError } from "./template-error.js";
import type { Span } from "../syntax/problem.js";

/** Calls a function with its arguments, and what a pipeline passes on to it. `at` is the command. */
export function callFunction(
  { name, span }: FunctionNode,
  at: Pick<Command, "span">,
  args: readonly Operand[],
  final: GoValue | undefined,
  frame: ExpansionFrame,
): GoValue {
  moveTo(frame.run, span);
  const { min = 0, max = Infinity } = name === "eq" ? { min: 1 } : (templateFunction(name) ?? {});
  const count = args.length + (final === undefined ? 0 : 1);
  if (count < min || count > max) {
    const wanted = min === max ? `want ${min}` : `want at least ${min}`;
    throw failAt(frame, `wrong number of args for ${name}: ${wanted} got ${count}`);
  }
  if (name === "and" || name === "or") return firstDecisive(name, args, final, frame);
  const known = prometheusFunctions[name];
  const types: readonly ParameterType[] = known?.parameters ?? (name === "printf" ? ["string"] : []);
  const values = args.map((arg, k) => argument(arg, types[k] ?? "any", frame));
  if (final !== undefined) values.push(validated(final, types[args.length] ?? "any", frame));
  return attempt(at.span, name, frame, () => {
    if (name === "call") throw notCallable(values[0] ?? nil, args[0], frame);
    return known?.run(values, frame.run.world) ?? builtinCalls[name]?.(values) ?? nil;
  });
}

function attempt(at: Span, name: string, frame: ExpansionFrame, run: () => GoValue): GoValue {
  try {
    return run();
  } catch (error) {
    if (!(error instanceof TemplateError) || error.kind === "unsupported") throw error;
    moveTo(frame.run, at);
    throw failAt(frame, `error calling ${name}: ${error.message}`);
  }
}

/** No value of a template is a function. */
function notCallable(value: GoValue, operand: Operand | undefined, { run }: ExpansionFrame): TemplateError {
  if (value.kind === "nil") return new TemplateError("call of nil");
  const written = operand ? ` ${run.text.slice(operand.span.from, operand.span.to)}` : "";
  return new TemplateError(`non-function${written} of type ${typeName(value)}`);
}

/** `and` and `or` look at no more arguments than they need. */
function firstDecisive(
  name: "and" | "or",
  args: readonly Operand[],
  final: GoValue | undefined,
  frame: ExpansionFrame,
): GoValue {
  let value: GoValue = nil;
  for (const arg of args) {
    value = argument(arg, "any", frame);
    if (isTrue(value) === (name === "or")) return value;
  }
  return final ?? value;
}

/** An argument as the function wants it. Source: https://pkg.go.dev/text/template#hdr-Arguments */
function argument(operand: Operand, type: ParameterType, frame: ExpansionFrame): GoValue {
  moveTo(frame.run, operand.span);
  const { kind } = operand;
  if (kind === "Nil") {
    if (type === "string") throw failAt(frame, "cannot assign nil to string");
    return nil;
  }
  if (kind !== "String" && kind !== "Number" && kind !== "Bool") {
    return validated(evaluateOperand(operand, [], undefined, frame), type, frame);
  }
  if (type === "any" || (type === "string" && kind === "String")) return evaluateOperand(operand, [], undefined, frame);
  if (type === "string") throw failAt(frame, `expected string; found ${operand.text}`);
  throw failAt(frame, `can't handle ${operand.text} for arg of type ${typeNames[type]}`);
}

const typeNames: Readonly<Record<Exclude<ParameterType, "any">, string>> = {
  string: "string",
  sample: "*template.sample",
  samples: "template.queryResult",
};

function validated(value: GoValue, type: ParameterType, frame: ExpansionFrame): GoValue {
  if (type === "any" || value.kind === type) return value;
  if (value.kind !== "nil") {
    throw failAt(frame, `wrong type for value; expected ${typeNames[type]}; got ${typeName(value)}`);
  }
  if (type === "string") throw failAt(frame, "invalid value; expected string");
  return nil;
}
