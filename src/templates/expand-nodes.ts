import { compareCodePoints } from "../promql/code-points.js";
import { assertNever } from "../syntax/ast.js";
import type { BlockNode, ControlNode, Pipeline, RangeNode, TemplateCallNode, TemplateNode } from "./ast.js";
import { evaluatePipeline } from "./expand-operand.js";
import { emit, type ExpansionFrame, failAt, mostCalls, moveTo } from "./expand-state.js";
import { plainText, printedValue } from "./go-print.js";
import { type GoValue, intOf, isTrue, nil, textOf } from "./go-value.js";
import { Scope } from "./scope.js";

/** How a list of nodes ends: `Break` and `Continue` leave it. */
type Jump = "Break" | "Continue" | undefined;

/** Evaluates nodes one after the other. */
export function runNodes(nodes: readonly TemplateNode[], frame: ExpansionFrame): Jump {
  for (const node of nodes) {
    const jump = runNode(node, frame);
    if (jump) return jump;
  }
  return undefined;
}

function runNode(node: TemplateNode, frame: ExpansionFrame): Jump {
  moveTo(frame.run, node.span);
  switch (node.kind) {
    case "Text":
      emit(frame.run, node.value);
      return undefined;
    case "Action": {
      const value = evaluatePipeline(node.pipeline, frame);
      bind(node.pipeline, [value], frame);
      if (node.pipeline.variables.length === 0) emit(frame.run, printedValue(value));
      return undefined;
    }
    case "If":
    case "With":
      return runControl(node, frame);
    case "Range":
      return runRange(node, frame);
    case "Block":
    case "TemplateCall":
      runCall(node, frame);
      return undefined;
    case "Break":
    case "Continue":
      return node.kind;
    case "Comment":
    case "Define":
      return undefined;
    default:
      return assertNever(node);
  }
}

function bind({ variables, assigns }: Pipeline, values: readonly GoValue[], frame: ExpansionFrame): void {
  for (const [k, { text }] of variables.entries()) {
    const value = values[k] ?? nil;
    if (!assigns) frame.variables.declare(text, value);
    else if (!frame.variables.assign(text, value)) throw failAt(frame, `undefined variable: ${text}`);
  }
}

function runControl({ kind, branches, otherwise }: ControlNode, frame: ExpansionFrame): Jump {
  const { variables } = frame;
  const { size } = variables;
  let jump: Jump;
  let isDone = false;
  for (const { pipeline, body } of branches) {
    const value = evaluatePipeline(pipeline, frame);
    bind(pipeline, [value], frame);
    if (!isTrue(value)) continue;
    jump = runNodes(body, kind === "With" ? { ...frame, dot: value } : frame);
    isDone = true;
    break;
  }
  if (!isDone && otherwise) jump = runNodes(otherwise, frame);
  variables.release(size);
  return jump;
}

function runRange({ pipeline, body, otherwise }: RangeNode, frame: ExpansionFrame): Jump {
  const { variables } = frame;
  const { size } = variables;
  const value = evaluatePipeline(pipeline, frame);
  let isEmpty = true;
  for (const [key, element] of elementsOf(value, frame)) {
    isEmpty = false;
    const inner = variables.size;
    bind(pipeline, pipeline.variables.length > 1 ? [key, element] : [element], frame);
    const jump = runNodes(body, { ...frame, dot: element });
    variables.release(inner);
    if (jump === "Break") break;
  }
  const jump = isEmpty && otherwise ? runNodes(otherwise, frame) : undefined;
  variables.release(size);
  return jump;
}

function* elementsOf(value: GoValue, frame: ExpansionFrame): Generator<readonly [GoValue, GoValue]> {
  switch (value.kind) {
    case "samples":
      for (const [k, item] of value.items.entries()) yield [intOf(k), item];
      return;
    case "map": {
      const sorted = [...value.values].sort(([a], [b]) => compareCodePoints(a, b));
      for (const [name, each] of sorted) yield [textOf(name), each];
      return;
    }
    case "int":
      for (let k = 0n; k < value.value; k++) yield [intOf(k), intOf(k)];
      return;
    case "nil":
      return;
    case "float64":
    case "uint8":
    case "string":
    case "bool":
    case "sample":
    case "struct":
    case "time":
    case "duration":
      throw failAt(frame, `range can't iterate over ${plainText(value)}`);
  }
}

function runCall(node: BlockNode | TemplateCallNode, frame: ExpansionFrame): void {
  const { run } = frame;
  const { name, pipeline } = node;
  const dot = pipeline ? evaluatePipeline(pipeline, frame) : nil;
  const given = pipeline ? ` ${run.text.slice(pipeline.span.from, pipeline.span.to)}` : "";
  run.at = { offset: name.span.from, context: `{{template ${name.text}${given}}}` };
  const body = run.definitions.get(name.value);
  if (!body) throw failAt(frame, `template ${JSON.stringify(name.value)} not defined`);
  if (frame.calls >= mostCalls) throw failAt(frame, "exceeded maximum template depth (100000)");
  const variables = new Scope<GoValue>([["$", dot]]);
  runNodes(body, { run, variables, dot, name: name.value, calls: frame.calls + 1 });
}
