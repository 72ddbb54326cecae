import { assertNever } from "../syntax/ast.js";
import type { BlockNode, ControlNode, Pipeline, RangeNode, StringNode, Template, TemplateNode } from "./ast.js";
import { collectDefinitions } from "./definitions.js";
import { type Collected, failure, type TemplateFacts } from "./facts.js";
import type { Frame } from "./frame.js";
import { ruleVariables } from "./rule-variables.js";
import { runPipeline } from "./run-pipeline.js";
import { Scope } from "./scope.js";
import { type TemplateValue, valueOf } from "./value.js";

/** What a template that Prometheus accepts does; each part of it is looked at, whether or not a condition lets it run. */
export function templateFacts(template: Template): TemplateFacts {
  const facts: Collected = { labels: [], queries: [], printed: [], failures: [] };
  const start = { from: 0, to: 0 };
  const data = valueOf("data", start);
  const definitions = new Map<string, readonly TemplateNode[]>();
  collectDefinitions(template.body, definitions);
  const variables = new Scope<TemplateValue>([
    ["$", data],
    ...ruleVariables.map(([name, kind]) => [name, valueOf(kind, start)] as const),
  ]);
  const shared = { facts, definitions, called: new Set<string>() };
  runList(template.body, { ...shared, variables, dot: data, guarded: new Set(), inCondition: false });
  return facts;
}

function runList(nodes: readonly TemplateNode[], frame: Frame): void {
  for (const node of nodes) runNode(node, frame);
}

function runNode(node: TemplateNode, frame: Frame): void {
  switch (node.kind) {
    case "Action": {
      const value = runPipeline(node.pipeline, frame);
      if (node.pipeline.variables.length > 0) bind(node.pipeline, [value], frame);
      else print(value, frame);
      return;
    }
    case "If":
    case "With":
      runControl(node, frame);
      return;
    case "Range":
      runRange(node, frame);
      return;
    case "Block":
    case "TemplateCall":
      runCall(node, frame);
      return;
    case "Text":
    case "Comment":
    case "Break":
    case "Continue":
    case "Define":
      return;
    default:
      assertNever(node);
  }
}

function print({ kind, span, through }: TemplateValue, { facts }: Frame): void {
  if (kind === "value") facts.printed.push({ of: "alert", span, through });
  if (kind === "sample-value") facts.printed.push({ of: "query", span, through });
}

/** Gives the variables of a pipeline values. What a variable is after one of several assignments is not known. */
function bind({ variables, assigns }: Pipeline, values: readonly TemplateValue[], frame: Frame): void {
  for (const [k, { text, span }] of variables.entries()) {
    const value = values[k] ?? valueOf("other", span);
    if (!assigns) {
      frame.variables.declare(text, value);
      continue;
    }
    const kind = frame.variables.find(text)?.kind === value.kind ? value.kind : "other";
    if (frame.variables.assign(text, { ...valueOf(kind, value.span), through: value.through })) continue;
    failure(frame.facts, span, `\`${text}\` is given a value before it is declared`, "write `:=`");
  }
}

function runControl({ kind, branches, otherwise }: ControlNode, frame: Frame): void {
  const { facts, variables } = frame;
  const { size } = variables;
  const guarded = new Set(frame.guarded);
  const first = facts.labels.length;
  const values = branches.map(({ pipeline }) => {
    const value = runPipeline(pipeline, { ...frame, inCondition: true });
    bind(pipeline, [value], frame);
    return value;
  });
  for (const { name } of facts.labels.slice(first)) guarded.add(name);
  for (const [k, { body }] of branches.entries()) {
    runList(body, { ...frame, guarded, dot: (kind === "With" ? values[k] : undefined) ?? frame.dot });
  }
  if (otherwise) runList(otherwise, { ...frame, guarded });
  variables.release(size);
}

function runRange({ pipeline, body, otherwise }: RangeNode, frame: Frame): void {
  const { size } = frame.variables;
  const { kind, span } = runPipeline(pipeline, frame);
  const element = valueOf(kind === "samples" ? "sample" : "other", span);
  bind(pipeline, pipeline.variables.length > 1 ? [valueOf("other", span), element] : [element], frame);
  runList(body, { ...frame, dot: element });
  if (otherwise) runList(otherwise, frame);
  frame.variables.release(size);
}

/** Runs what is called the first time only, so that templates that call each other come to an end. */
function runCall(node: BlockNode | { readonly name: StringNode; readonly pipeline?: Pipeline }, frame: Frame): void {
  const { name, pipeline } = node;
  const given = pipeline ? runPipeline(pipeline, frame) : valueOf("other", name.span);
  if (pipeline) bind(pipeline, [given], frame);
  const body = frame.definitions.get(name.value);
  if (!body) failure(frame.facts, name.span, `no template is called \`${name.value}\``);
  if (!body || frame.called.has(name.value)) return;
  frame.called.add(name.value);
  runList(body, { ...frame, dot: given, variables: new Scope<TemplateValue>([["$", given]]) });
}
