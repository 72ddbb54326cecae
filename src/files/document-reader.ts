import { isMap, isScalar, isSeq, type Node, type Scalar, type YAMLMap } from "yaml";
import type { Use } from "../lint/rule.js";
import type { AlertingRule, Field, Panel, RecordingRule, RuleFile } from "../lint/subject.js";
import type { Fix, Problem, Severity, Span } from "../syntax/problem.js";
import { partOf } from "./compose-maps.js";
import type { Embedded } from "./embedded.js";
import { memberOf } from "./field-path.js";
import type { HelmTemplate } from "./helm-template.js";
import { entriesOf, follow, isNull, nodeSpan, scalarText, styleOf, type Entry } from "./mapping.js";
import type { ScrapeInterval } from "./scrape-intervals.js";
import type { SourceQuery } from "./source.js";
import { scalarMap, wholeMap, type TextMap } from "./text-map.js";
import type { YamlDocument } from "./yaml-documents.js";

/** What the readers of one file collect. */
export interface Collected {
  readonly path: string;
  readonly text: string;
  readonly queries: SourceQuery[];
  readonly ruleFiles: RuleFile[];
  readonly panels: Panel[];
  readonly scrapeIntervals: ScrapeInterval[];
  readonly problems: Problem[];
  readonly fields: Map<string, TextMap>;
  readonly comments: Span[];
  /** The files that stand in its texts. */
  readonly embedded: Embedded[];
  /** The scalars that are queries or embedded files already. */
  readonly seen: Set<Scalar>;
  /** Set where the text is a Helm template whose actions are masked. */
  readonly template?: HelmTemplate;
}

/** A value of a document; readers of files look into it through {@link DocumentReader} alone. */
export type { Node };

/** The entries of a mapping by key. */
export type Entries = ReadonlyMap<string, Entry>;

/** Reads the nodes of one YAML document; a node of another type than wanted becomes a problem and `undefined`. */
export class DocumentReader {
  readonly collected: Collected;
  private readonly document: YamlDocument;

  constructor(collected: Collected, document: YamlDocument) {
    this.collected = collected;
    this.document = document;
  }

  get root(): Node | undefined {
    return this.document.root;
  }

  /** Reports a problem. In a template nothing is: only Helm knows how its parts fit together. */
  problem(
    code: string,
    at: Node | Span,
    message: string,
    help?: string,
    severity: Severity = "error",
    fixes: readonly Fix[] = [],
  ): void {
    if (this.collected.template) return;
    const more = { ...(help !== undefined && { help }), ...(fixes.length > 0 && { fixes }) };
    this.collected.problems.push({ code, severity, at: this.spanOf(at), message, ...more });
  }

  /** Where a node stands in the file. */
  spanOf(at: Node | Span): Span {
    return "from" in at ? at : nodeSpan(at, this.collected.text);
  }

  /** The entries of a mapping. */
  entries(node: Node, name: string): Entries | undefined {
    if (!isMap(node)) {
      this.wrongType(node, name, "a mapping");
      return undefined;
    }
    return entriesOf(node, this.document.targets, (key) => {
      const message = `The file is rejected: the key \`${scalarText(key)}\` stands here a second time`;
      this.problem("duplicate-key", key, message, "remove one of the two");
    });
  }

  /** The entries of a mapping; nothing is reported. */
  peek(node: Node | undefined): Entries | undefined {
    return isMap(node) ? entriesOf(node, this.document.targets, () => undefined) : undefined;
  }

  /** The items of a list, and none of anything else; nothing is reported. An item that is null is `undefined`. */
  peekItems(entry: Pick<Entry, "value"> | undefined): readonly (Node | undefined)[] {
    if (!isSeq(entry?.value)) return [];
    return entry.value.items.map((item) => {
      const node = follow(item, this.document.targets);
      return node && isNull(node) ? undefined : node;
    });
  }

  /** Whether a value is a scalar without quotes, which may be a number to some readers. */
  isPlain(entry: Entry | undefined): boolean {
    return isScalar(entry?.value) && styleOf(entry.value) === "plain" && !entry.value.tag;
  }

  /** Every entry of a mapping that has this key, where branches of a template may give it several times. */
  all(node: Node, key: string): readonly Entry[] {
    if (!isMap(node)) return [];
    return node.items.flatMap((item) => {
      const found = follow(item.key, this.document.targets);
      if (!isScalar(found) || scalarText(found) !== key) return [];
      return [{ key: found, value: follow(item.value, this.document.targets), map: node }];
    });
  }

  /** The texts of a list of scalars; nothing is reported. */
  peekTexts(entry: Entry | undefined): readonly string[] {
    return this.peekItems(entry).flatMap((node) => (isScalar(node) ? [scalarText(node)] : []));
  }

  /** The text of a scalar; nothing is reported. */
  peekText(entry: Entry | undefined): string | undefined {
    return isScalar(entry?.value) ? scalarText(entry.value) : undefined;
  }

  /** The items of a list; none where the value is missing. */
  items(entry: Entry | undefined, name: string): readonly (Node | undefined)[] {
    if (!entry?.value) return [];
    if (isSeq(entry.value)) return this.peekItems(entry);
    this.wrongType(entry.value, name, "a list");
    return [];
  }

  /** The text of a scalar and its place; nothing is reported. */
  peekField(entry: Entry | undefined, field: string): Field | undefined {
    return isScalar(entry?.value) ? this.text(entry, field, field) : undefined;
  }

  /** The text of a scalar that is no null. */
  text(entry: Entry | undefined, field: string, name: string): Field | undefined {
    if (!entry?.value) return undefined;
    if (!isScalar(entry.value)) {
      this.wrongType(entry.value, name, "a text");
      return undefined;
    }
    this.collected.fields.set(field, this.mapOf(entry.value, entry.map));
    return { text: scalarText(entry.value), field };
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
      const text = this.text(value, memberOf(field, key), `${name}.${key}`);
      if (text) texts.set(key, text);
    }
    return texts;
  }

  /** Collects the query that an entry holds, unless an alias has led to it before. */
  query(
    entry: Entry | undefined,
    expr: Field,
    use: Use,
    rule?: AlertingRule | RecordingRule,
    language?: "metricsql",
  ): void {
    const more = { use, ...(rule && { rule }), ...(language && { language }) };
    this.collectQuery(entry, expr, { from: 0, to: expr.text.length }, more);
  }

  /** As `query`, of a text that a dashboard holds; `part` is the query within it, which Grafana wants on one line. */
  dashboardQuery(entry: Entry | undefined, text: Field, part: Span, use: Use, panel?: Panel): void {
    const isWhole = part.to - part.from === text.text.length;
    const more = { ...(panel && { panel }), ...(!isWhole && { oneLine: true as const }) };
    this.collectQuery(entry, text, part, { use, variables: "grafana", ...more });
  }

  /** Collects the file that an entry holds, unless an alias has led to it before. `name` is what it would be called. */
  embedded(entry: Entry | undefined, field: string, name: string): void {
    const { seen, embedded, fields } = this.collected;
    if (!isScalar(entry?.value) || seen.has(entry.value)) return;
    seen.add(entry.value);
    const text = this.text(entry, field, name);
    const map = fields.get(field);
    if (text && map) embedded.push({ name, text: text.text, map, field });
  }

  private collectQuery(
    entry: Entry | undefined,
    { text, field }: Field,
    part: Span,
    rest: Pick<SourceQuery, "use" | "rule" | "panel" | "variables" | "oneLine" | "language">,
  ): void {
    const { seen, queries, fields, template } = this.collected;
    const map = fields.get(field);
    if (!isScalar(entry?.value) || !map || seen.has(entry.value)) return;
    seen.add(entry.value);
    const own = text.slice(part.from, part.to);
    const query = { text: own, map: own === text ? map : partOf(map, part), field, ...rest };
    const readable = template ? template.query(query, nodeSpan(entry.value, this.collected.text)) : query;
    if (readable) queries.push(readable);
  }

  private mapOf(scalar: Scalar, map: YAMLMap): TextMap {
    const { text } = this.collected;
    const start = map.range?.[0] ?? 0;
    const flow = map.flow === true;
    // A mapping in flow style may stand on one line with the whole file.
    const indent = flow ? 0 : start - text.lastIndexOf("\n", start - 1) - 1;
    const span = nodeSpan(scalar, text);
    return scalarMap({ text, span, style: styleOf(scalar), value: scalarText(scalar), indent, flow });
  }

  private wrongType(node: Node, name: string, wanted: string): void {
    const given = isMap(node) ? "a mapping" : isSeq(node) ? "a list" : "a text";
    this.problem("wrong-type", node, `The file is rejected: \`${name}\` is ${given} instead of ${wanted}`);
  }
}
