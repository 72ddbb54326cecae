import type { Use } from "../lint/rule.js";
import type { AlertingRule, Field, RecordingRule, RuleFile } from "../lint/subject.js";
import type { Problem, Severity, Span } from "../syntax/problem.js";
import { helmProblem, holdsHelmAction } from "./helm.js";
import type { TextDocument } from "./documents.js";
import { entriesOf, type Entry } from "./mapping.js";
import { nodeSpan, type Mapping, type Node, type Scalar } from "./node.js";
import type { SourceQuery } from "./source.js";
import { scalarMap, wholeMap, type TextMap } from "./text-map.js";

/** What the readers of one file collect. */
export interface Collected {
  readonly path: string;
  readonly text: string;
  readonly queries: SourceQuery[];
  readonly ruleFiles: RuleFile[];
  readonly problems: Problem[];
  readonly fields: Map<string, TextMap>;
  readonly comments: Span[];
  /** The scalars that are queries already. */
  readonly seen: Set<Scalar>;
}

/** A value of a document; readers of files look into it through {@link DocumentReader} alone. */
export type { Node };

/** The entries of a mapping by key. */
export type Entries = ReadonlyMap<string, Entry>;

/** Reads the nodes of one document; a node of another type than wanted becomes a problem and `undefined`. */
export class DocumentReader {
  readonly collected: Collected;
  private readonly document: TextDocument;

  constructor(collected: Collected, document: TextDocument) {
    this.collected = collected;
    this.document = document;
  }

  get root(): Node | undefined {
    return this.document.root;
  }

  problem(code: string, at: Node | Span, message: string, help?: string, severity: Severity = "error"): void {
    const span = "from" in at ? at : nodeSpan(at, this.collected.text);
    this.collected.problems.push({ code, severity, at: span, message, ...(help !== undefined && { help }) });
  }

  /** The entries of a mapping. */
  entries(node: Node, name: string): Entries | undefined {
    if (node.kind !== "mapping") {
      this.wrongType(node, name, "a mapping");
      return undefined;
    }
    return entriesOf(node, (key) => {
      const message = `The file is rejected: the key \`${key.text}\` stands here a second time`;
      this.problem("duplicate-key", key, message, "remove one of the two");
    });
  }

  /** The entries of a mapping; nothing is reported. */
  peek(node: Node | undefined): Entries | undefined {
    return node?.kind === "mapping" ? entriesOf(node, () => undefined) : undefined;
  }

  /** The items of a list, and none of anything else; nothing is reported. */
  peekItems(entry: Entry | undefined): readonly (Node | undefined)[] {
    return entry?.value?.kind === "list" ? entry.value.items : [];
  }

  /** The text of a scalar; nothing is reported. */
  peekText(entry: Entry | undefined): string | undefined {
    return entry?.value?.kind === "scalar" ? entry.value.text : undefined;
  }

  /** The items of a list; none where the value is missing. */
  items(entry: Entry | undefined, name: string): readonly (Node | undefined)[] {
    if (!entry?.value) return [];
    if (entry.value.kind === "list") return this.peekItems(entry);
    this.wrongType(entry.value, name, "a list");
    return [];
  }

  /** The text of a scalar that is no null. */
  text(entry: Entry | undefined, field: string, name: string): Field | undefined {
    if (!entry?.value) return undefined;
    if (entry.value.kind !== "scalar") {
      this.wrongType(entry.value, name, "a text");
      return undefined;
    }
    this.collected.fields.set(field, this.mapOf(entry.value, entry.map));
    return { text: entry.value.text, field };
  }

  /** A text that is missing, said to stand where `node` does. */
  missing(node: Node, field: string): Field {
    this.collected.fields.set(field, wholeMap(nodeSpan(node, this.collected.text)));
    return { text: "", field };
  }

  /** The texts of a mapping, such as labels. */
  texts(entry: Entry | undefined, field: string, name: string): ReadonlyMap<string, Field> {
    const texts = new Map<string, Field>();
    const entries = entry?.value && this.entries(entry.value, name);
    for (const [key, value] of entries ?? []) {
      const path = /^\w+$/.test(key) ? `${field}.${key}` : `${field}[${JSON.stringify(key)}]`;
      const text = this.text(value, path, `${name}.${key}`);
      if (text) texts.set(key, text);
    }
    return texts;
  }

  /** Collects the query that an entry holds, unless an alias has led to it before. */
  query(entry: Entry | undefined, expr: Field, use: Use, rule?: AlertingRule | RecordingRule): void {
    const { seen, queries, problems, fields } = this.collected;
    const map = fields.get(expr.field);
    if (entry?.value?.kind !== "scalar" || !map || seen.has(entry.value)) return;
    seen.add(entry.value);
    if (!holdsHelmAction(expr.text)) {
      queries.push({ text: expr.text, map, use, field: expr.field, ...(rule && { rule }) });
    } else if (!problems.some(({ code }) => code === "helm-template")) {
      problems.push(helmProblem(nodeSpan(entry.value, this.collected.text)));
    }
  }

  private mapOf(scalar: Scalar, map: Mapping): TextMap {
    const { text } = this.collected;
    const start = map.span.from;
    // A mapping in flow style may stand on one line with the whole file.
    const indent = map.flow ? 0 : start - text.lastIndexOf("\n", start - 1) - 1;
    return scalarMap({ text, span: scalar.span, style: scalar.style, value: scalar.text, indent, flow: map.flow });
  }

  private wrongType(node: Node, name: string, wanted: string): void {
    const given = node.kind === "scalar" ? "a text" : `a ${node.kind}`;
    this.problem("wrong-type", node, `The file is rejected: \`${name}\` is ${given} instead of ${wanted}`);
  }
}
