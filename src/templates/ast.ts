import type { Span } from "../syntax/problem.js";

/** A piece of a template's text. */
export interface TemplateToken {
  readonly text: string;
  readonly span: Span;
}

/** A template: plain data, each node with its span in UTF-16 offsets into the text of the template. */
export interface Template {
  readonly kind: "Template";
  readonly span: Span;
  readonly body: readonly TemplateNode[];
}

/** What stands one after the other in a template. */
export type TemplateNode =
  TextNode | CommentNode | ActionNode | ControlNode | RangeNode | JumpNode | DefineNode | BlockNode | TemplateCallNode;

/** Text that is printed as it is; `value` is what trim markers beside it leave. */
export interface TextNode {
  readonly kind: "Text";
  readonly span: Span;
  readonly value: string;
}

/** `{{/* … *\/}}`. */
export interface CommentNode {
  readonly kind: "Comment";
  readonly span: Span;
}

/** `{{ … }}`: prints a value, or gives a variable one. The span is that of the pipeline. */
export interface ActionNode {
  readonly kind: "Action";
  readonly span: Span;
  readonly pipeline: Pipeline;
}

/** `{{if}}` or `{{with}}`; each `{{else if}}` or `{{else with}}` is a further branch. The span is that of the keyword. */
export interface ControlNode {
  readonly kind: "If" | "With";
  readonly span: Span;
  readonly branches: readonly ControlBranch[];
  readonly otherwise?: readonly TemplateNode[];
}

/** A condition, and what is printed where it holds. */
export interface ControlBranch {
  readonly pipeline: Pipeline;
  readonly body: readonly TemplateNode[];
}

/** `{{range}}`. */
export interface RangeNode extends ControlBranch {
  readonly kind: "Range";
  readonly span: Span;
  readonly otherwise?: readonly TemplateNode[];
}

/** `{{break}}` or `{{continue}}`. */
export interface JumpNode {
  readonly kind: "Break" | "Continue";
  readonly span: Span;
}

/** `{{define "name"}}`. */
export interface DefineNode {
  readonly kind: "Define";
  readonly span: Span;
  readonly name: StringNode;
  readonly body: readonly TemplateNode[];
}

/** `{{block "name" pipeline}}`: defines a template and calls it. */
export interface BlockNode extends ControlBranch {
  readonly kind: "Block";
  readonly span: Span;
  readonly name: StringNode;
}

/** `{{template "name" pipeline}}`. */
export interface TemplateCallNode {
  readonly kind: "TemplateCall";
  readonly span: Span;
  readonly name: StringNode;
  readonly pipeline?: Pipeline;
}

/** Commands whose results are passed on: `$value | humanize`. */
export interface Pipeline {
  readonly kind: "Pipeline";
  readonly span: Span;
  /** The variables that are given the result; two at most, in `{{range}}`. */
  readonly variables: readonly TemplateToken[];
  /** Whether the variables are there already: `=` rather than `:=`. */
  readonly assigns: boolean;
  readonly commands: readonly Command[];
}

/** A function with its arguments, or a single operand. */
export interface Command {
  readonly kind: "Command";
  readonly span: Span;
  readonly operands: readonly Operand[];
}

/** A value, or a function. */
export type Operand = FunctionNode | VariableNode | FieldNode | ChainNode | ParenNode | StringNode | LiteralNode;

/** The name of a function. */
export interface FunctionNode {
  readonly kind: "Function";
  readonly span: Span;
  readonly name: string;
}

/** `$name.field.field`; the name has its dollar sign. */
export interface VariableNode {
  readonly kind: "Variable";
  readonly span: Span;
  readonly name: string;
  readonly fields: readonly TemplateToken[];
}

/** `.field.field`, or the dot alone, without fields. */
export interface FieldNode {
  readonly kind: "Field";
  readonly span: Span;
  readonly fields: readonly TemplateToken[];
}

/** Fields of something in parentheses, or of what a function returns. */
export interface ChainNode {
  readonly kind: "Chain";
  readonly span: Span;
  readonly of: ParenNode | FunctionNode;
  readonly fields: readonly TemplateToken[];
}

/** A pipeline in parentheses. */
export interface ParenNode {
  readonly kind: "Paren";
  readonly span: Span;
  readonly pipeline: Pipeline;
}

/** A text in quotes; `value` is without them. */
export interface StringNode {
  readonly kind: "String";
  readonly span: Span;
  readonly text: string;
  readonly value: string;
}

/** Any other constant. */
export interface LiteralNode {
  readonly kind: "Number" | "Bool" | "Nil";
  readonly span: Span;
  readonly text: string;
}
