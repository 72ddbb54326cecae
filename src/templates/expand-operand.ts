import { assertNever } from "../syntax/ast.js";
import type { Span } from "../syntax/problem.js";
import type { Command, Operand, Pipeline, TemplateToken } from "./ast.js";
import { missingIn } from "./builtin-functions.js";
import { callFunction } from "./expand-call.js";
import { type ExpansionFrame, failAt, moveTo } from "./expand-state.js";
import { literalValue } from "./go-literals.js";
import { callMethod } from "./go-time.js";
import { boolOf, floatOf, type GoValue, nil, textOf, typeName } from "./go-value.js";
import { TemplateError } from "./template-error.js";

/** The value of a pipeline. Its variables are for the caller to set. */
export function evaluatePipeline(pipeline: Pipeline, frame: ExpansionFrame): GoValue {
  moveTo(frame.run, pipeline.span);
  let value: GoValue | undefined;
  for (const command of pipeline.commands) value = evaluateCommand(command, value, frame);
  return value ?? nil;
}

function evaluateCommand({ operands, span }: Command, final: GoValue | undefined, frame: ExpansionFrame): GoValue {
  const [first, ...args] = operands;
  if (!first) return nil;
  if (first.kind === "Function") return callFunction(first, { span }, args, final, frame);
  if (first.kind === "Nil") {
    moveTo(frame.run, first.span);
    throw failAt(frame, "nil is not a command");
  }
  return evaluateOperand(first, args, final, frame);
}

/** The value of an operand. Arguments and what a pipeline passes on are for the method that its last field may be. */
export function evaluateOperand(
  operand: Operand,
  args: readonly Operand[],
  final: GoValue | undefined,
  frame: ExpansionFrame,
): GoValue {
  const { run } = frame;
  switch (operand.kind) {
    case "Function":
      return callFunction(operand, operand, [], undefined, frame);
    case "Variable": {
      moveTo(run, operand.span, chainStart(operand.fields) ?? operand.span.from);
      const value = frame.variables.find(operand.name);
      if (!value) throw failAt(frame, `undefined variable: ${operand.name}`);
      if (operand.fields.length === 0) return withoutArguments(value, operand, args, final, frame);
      return fieldsOf(value, operand.fields, args, final, frame);
    }
    case "Field": {
      const { fields } = operand;
      moveTo(run, operand.span, chainStart(fields.slice(1)) ?? operand.span.from);
      if (fields.length === 0) return withoutArguments(frame.dot, operand, args, final, frame);
      return fieldsOf(frame.dot, fields, args, final, frame);
    }
    case "Chain": {
      moveTo(run, operand.span, chainStart(operand.fields));
      const of = evaluateOperand(operand.of, [], undefined, frame);
      return fieldsOf(of, operand.fields, args, final, frame);
    }
    case "Paren":
      if (args.length > 0 || final !== undefined) throw notCalled(operand.pipeline.span, frame);
      return evaluatePipeline(operand.pipeline, frame);
    case "String":
      return withoutArguments(textOf(operand.value), operand, args, final, frame);
    case "Number":
      return withoutArguments(literalOf(operand.text, frame), operand, args, final, frame);
    case "Bool":
      return withoutArguments(boolOf(operand.text === "true"), operand, args, final, frame);
    case "Nil":
      return nil;
    default:
      return assertNever(operand);
  }
}

function literalOf(text: string, frame: ExpansionFrame): GoValue {
  try {
    return literalValue(text);
  } catch (error) {
    if (error instanceof TemplateError && error.kind === "failed") throw failAt(frame, error.message);
    throw error;
  }
}

/** Go says that a chain begins at the dot of its first field. */
function chainStart([first]: readonly TemplateToken[]): number | undefined {
  return first && first.span.from - 1;
}

function withoutArguments(
  value: GoValue,
  operand: Operand,
  args: readonly Operand[],
  final: GoValue | undefined,
  frame: ExpansionFrame,
): GoValue {
  if (operand.kind !== "Variable" || args.length + (final ? 1 : 0) > 0) moveTo(frame.run, operand.span);
  if (args.length === 0 && final === undefined) return value;
  throw notCalled(operand.span, frame);
}

function notCalled({ from, to }: Span, frame: ExpansionFrame): TemplateError {
  return failAt(frame, `can't give argument to non-function ${frame.run.text.slice(from, to)}`);
}

function fieldsOf(
  of: GoValue,
  fields: readonly TemplateToken[],
  args: readonly Operand[],
  final: GoValue | undefined,
  frame: ExpansionFrame,
): GoValue {
  let value = of;
  let type = typeName(of);
  for (const [k, { text }] of fields.entries()) {
    const isLast = k === fields.length - 1;
    const inner = fieldOf(value, type, text, isLast ? args : [], isLast ? final : undefined, frame);
    type = holdsAnything(value, text) ? "interface {}" : typeName(inner);
    value = inner;
  }
  return value;
}

/** Whether a field has a type that says nothing of its value. */
function holdsAnything(of: GoValue, name: string): boolean {
  return of.kind === "map" ? of.element !== "string" : of.kind === "struct" && name === "Value";
}

/** `type` is that of the value as it was declared. */
function fieldOf(
  of: GoValue,
  type: string,
  name: string,
  args: readonly Operand[],
  final: GoValue | undefined,
  frame: ExpansionFrame,
): GoValue {
  const hasArguments = args.length > 0 || final !== undefined;
  switch (of.kind) {
    case "nil":
      return nil;
    case "time":
    case "duration": {
      const values = args.map((arg) => evaluateOperand(arg, [], undefined, frame));
      const answer = callMethod(of, name, final === undefined ? values : [...values, final]);
      if (answer) return answer;
      throw new TemplateError(`what \`.${name}\` of ${typeName(of)} answers is not known`, "unsupported");
    }
    case "map":
      if (hasArguments) throw failAt(frame, `${name} is not a method but has arguments`);
      return of.values.get(name) ?? missingIn(of.element);
    case "struct":
    case "sample": {
      const value = of.kind === "struct" ? of.fields.get(name) : sampleField(of, name);
      if (!value) throw failAt(frame, `can't evaluate field ${name} in type ${type}`);
      if (hasArguments) throw failAt(frame, `${name} has arguments but cannot be invoked as function`);
      return value;
    }
    case "float64":
    case "int":
    case "uint8":
    case "string":
    case "bool":
    case "samples":
      throw failAt(frame, `can't evaluate field ${name} in type ${type}`);
  }
}

function sampleField(of: Extract<GoValue, { readonly kind: "sample" }>, name: string): GoValue | undefined {
  if (name === "Labels") return of.labels;
  return name === "Value" ? floatOf(of.value) : undefined;
}
