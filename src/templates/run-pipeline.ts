import { assertNever } from "../syntax/ast.js";
import { plural } from "../syntax/plural.js";
import type { Span } from "../syntax/problem.js";
import type { Command, FunctionNode, Operand, Pipeline, TemplateToken } from "./ast.js";
import { comparing, type Mistake, unlikeTypes } from "./compared.js";
import { failure } from "./facts.js";
import type { Frame } from "./frame.js";
import { templateFunction } from "./functions.js";
import { type TemplateValue, madeOf, valueOf } from "./value.js";

/** The value of a pipeline; its variables are not set. */
export function runPipeline({ commands, span }: Pipeline, frame: Frame): TemplateValue {
  let value: TemplateValue | undefined;
  for (const command of commands) value = runCommand(command, frame, value);
  return value ?? valueOf("other", span);
}

function runCommand({ operands, span }: Command, frame: Frame, passed: TemplateValue | undefined): TemplateValue {
  const [head, ...rest] = operands;
  const args = rest.map((operand) => valueOfOperand(operand, frame));
  if (passed) args.push(passed);
  if (!head) return valueOf("other", span);
  if (head.kind === "Function") return callFunction(head, args, frame);

  const value = valueOfOperand(head, frame);
  const isKnown = head.kind === "String" || (value.kind !== "other" && value.through.length === 0);
  if (args.length > 0 && isKnown) failure(frame.facts, head.span, "this is no function, so it takes no argument");
  return value;
}

function valueOfOperand(operand: Operand, frame: Frame): TemplateValue {
  const { kind, span } = operand;
  switch (kind) {
    case "Function":
      return callFunction(operand, [], frame);
    case "Variable":
      return fieldsOf(frame.variables.find(operand.name) ?? valueOf("other", span), operand.fields, span, frame);
    case "Field":
      return fieldsOf(frame.dot, operand.fields, span, frame);
    case "Chain":
      return fieldsOf(valueOfOperand(operand.of, frame), operand.fields, span, frame);
    case "Paren":
      return runPipeline(operand.pipeline, frame);
    case "String":
      return { ...valueOf("other", span), literal: { node: operand, isFormat: false } };
    case "Number":
      return { ...valueOf("other", span), number: operand };
    case "Bool":
    case "Nil":
      return valueOf("other", span);
    default:
      return assertNever(kind);
  }
}

/** What the fields of a value lead to; `span` is that of all of it. */
function fieldsOf(of: TemplateValue, fields: readonly TemplateToken[], span: Span, frame: Frame): TemplateValue {
  let value: TemplateValue = { ...of, span };
  for (const [k, field] of fields.entries()) value = { ...fieldOf(value, field, fields[k - 1], frame), span };
  return value;
}

function fieldOf(
  value: TemplateValue,
  field: TemplateToken,
  before: TemplateToken | undefined,
  frame: Frame,
): TemplateValue {
  const { kind, span } = value;
  const fail = (message: string, help?: string): TemplateValue => {
    failure(frame.facts, field.span, message, help);
    return valueOf("other", span);
  };
  const name = field.text;
  switch (kind) {
    case "data":
      if (name === "Labels") return valueOf("labels", span);
      if (name === "Value") return valueOf("value", span);
      if (name === "ExternalLabels" || name === "ExternalURL") return valueOf("other", span);
      return fail(
        `a template is given no \`.${name}\``,
        "use `.Labels`, `.Value`, `.ExternalLabels` or `.ExternalURL`",
      );
    case "labels":
      return readLabel(name, field.span, frame);
    case "label": {
      const whole = before && `${before.text}.${name}`;
      return fail(
        `a label is a text, which has no \`.${name}\``,
        whole && `write \`index $labels "${whole}"\` for the label \`${whole}\``,
      );
    }
    case "value":
    case "sample-value":
      return value.through.length > 0 ? value : fail(`the value has no \`.${name}\``);
    case "sample":
      if (name === "Labels") return valueOf("sample-labels", span);
      if (name === "Value") return valueOf("sample-value", span);
      return fail(`a sample has no \`.${name}\``, "use `.Labels` or `.Value`");
    case "samples":
      return fail(`the result of a query is a list, which has no \`.${name}\``, "use `range`, or `first`");
    case "sample-labels":
    case "other":
      return valueOf("other", span);
    default:
      return assertNever(kind);
  }
}

function readLabel(name: string, span: Span, { facts, guarded, inCondition }: Frame): TemplateValue {
  facts.labels.push({ name, span, guarded: inCondition || guarded.has(name) });
  return valueOf("label", span);
}

function callFunction({ name, span }: FunctionNode, args: readonly TemplateValue[], frame: Frame): TemplateValue {
  const mistake = mistakeOf(name, args);
  if (mistake) failure(frame.facts, span, mistake.message, mistake.help);
  const [first, second] = args;
  switch (name) {
    case "query":
      if (first?.literal) frame.facts.queries.push(first.literal);
      return valueOf("samples", span);
    case "first":
      return valueOf(first?.kind === "samples" ? "sample" : "other", span);
    case "sortByLabel":
      return valueOf(second?.kind === "samples" ? "samples" : "other", span);
    case "value":
      return valueOf(first?.kind === "sample" ? "sample-value" : "other", span);
    case "index":
      return indexed(first, second, span, frame);
    case "and":
      return oneOf(name, args.at(-1), span);
    case "or":
      return oneOf(name, first, span);
    case "printf":
      return { ...madeOf(name, args, span), ...(first?.literal && { literal: { ...first.literal, isFormat: true } }) };
    default:
      return madeOf(name, args, span);
  }
}

/** Why a function fails with such arguments. */
function mistakeOf(name: string, args: readonly TemplateValue[]): Mistake | undefined {
  const { min = 0, max = Infinity } = templateFunction(name) ?? {};
  if (args.length < min || args.length > max) return { message: countMessage(name, args.length, min, max) };
  const [first, second] = args;
  if (name === "value" && first?.kind === "samples")
    return { message: "`value` takes a sample, and is given a list of them", help: "use `first` before it" };
  return first && second && comparing.has(name) ? unlikeTypes(name, first, second) : undefined;
}

/** The argument that is most likely returned; where it is a number, another may be. */
function oneOf(name: string, likely: TemplateValue | undefined, span: Span): TemplateValue {
  if (!likely || likely.number) return valueOf("other", span);
  return likely.kind === "value" || likely.kind === "sample-value" ? madeOf(name, [likely], span) : likely;
}

function indexed(
  of: TemplateValue | undefined,
  key: TemplateValue | undefined,
  span: Span,
  frame: Frame,
): TemplateValue {
  if (of?.kind === "labels" && key?.literal && !key.literal.isFormat) {
    const { value, span: at } = key.literal.node;
    return readLabel(value, at, frame);
  }
  return valueOf(of?.kind === "samples" ? "sample" : "other", span);
}

function countMessage(name: string, given: number, min: number, max: number): string {
  const least = min < max ? "at least " : "";
  const wanted = `${least}${min === 0 ? "no arguments" : plural(min, "argument")}`;
  return `\`${name}\` takes ${wanted} and is given ${given === 0 ? "none" : given}`;
}
