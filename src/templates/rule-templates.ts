import type { Problem, Span } from "../syntax/problem.js";
import { recent } from "../syntax/recent.js";
import type { TemplateFacts } from "./facts.js";
import { parseTemplate } from "./parse.js";
import { templateFacts } from "./run.js";

/** A text and the way to it in its file. */
interface TextField {
  readonly text: string;
  readonly field: string;
}

/** The labels and annotations of an alerting rule. */
interface Templated {
  readonly labels: ReadonlyMap<string, TextField>;
  readonly annotations: ReadonlyMap<string, TextField>;
}

/** A place in the text of a field. */
interface Place {
  readonly field: string;
  readonly span: Span;
}

/** The template of a label or annotation. */
export interface RuleTemplate {
  readonly part: "label" | "annotation";
  readonly text: string;
  /** The place in the file of a span of the text. */
  readonly at: (span: Span) => Place;
  /** Why Prometheus rejects it. */
  readonly problem?: Problem;
  /** What it does; missing where Prometheus rejects it. */
  readonly facts?: TemplateFacts;
}

const known = new WeakMap<Templated, readonly RuleTemplate[]>();

/** The templates of an alerting rule: its labels first. Fields without an action are left out. Each rule is read once. */
export function ruleTemplates(rule: Templated): readonly RuleTemplate[] {
  const before = known.get(rule);
  if (before) return before;
  const templates = [
    ...Array.from(rule.labels.values(), (field) => templateOf("label", field)),
    ...Array.from(rule.annotations.values(), (field) => templateOf("annotation", field)),
  ].flat();
  known.set(rule, templates);
  return templates;
}

function templateOf(part: RuleTemplate["part"], { text, field }: TextField): readonly RuleTemplate[] {
  if (!text.includes("{{")) return [];
  const at = (span: Span): Place => ({ field, span });
  return [{ part, text, at, ...readOnce(text) }];
}

/** Many rules have one template, such as `{{ $labels.job }} is down`. */
const read = recent<string, Pick<RuleTemplate, "problem" | "facts">>(1000);

function readOnce(text: string): Pick<RuleTemplate, "problem" | "facts"> {
  const before = read.get(text);
  if (before) return before;
  const { template, problem } = parseTemplate(text);
  const answer = problem ? { problem } : { facts: templateFacts(template) };
  read.trim();
  read.set(text, answer);
  return answer;
}
