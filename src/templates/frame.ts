import type { TemplateNode } from "./ast.js";
import type { Collected } from "./facts.js";
import type { Scope } from "./scope.js";
import type { TemplateValue } from "./value.js";

/** Where a part of a template runs, and what it adds to. */
export interface Frame {
  readonly facts: Collected;
  readonly variables: Scope<TemplateValue>;
  /** The value of `.`. */
  readonly dot: TemplateValue;
  /** The labels that a condition around this part asks for. */
  readonly guarded: ReadonlySet<string>;
  readonly inCondition: boolean;
  /** What can be called, by name, and what has been. */
  readonly definitions: ReadonlyMap<string, readonly TemplateNode[]>;
  readonly called: Set<string>;
}
