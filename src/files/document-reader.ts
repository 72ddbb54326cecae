import type { Use } from "../lint/rule.js";
import type {
  AlertingRule,
  Dashboard,
  DashboardQuery,
  Field,
  Panel,
  RecordingRule,
  RuleFile,
} from "../lint/subject.js";
import type { Fix, Problem, Severity, Span } from "../syntax/problem.js";
import { partOf } from "./compose-maps.js";
import type { Embedded } from "./embedded.js";
import { memberOf } from "./field-path.js";
import type { HelmTemplate } from "./helm/template.js";
import type { TextDocument } from "./documents.js";
import { holdersBelow, isAliased, isFlow, type Holder } from "./holders.js";
import { entriesOf, type Entry } from "./mapping.js";
import { isNull, nodeSpan, type Node, type Scalar } from "./node.js";
import type { ScrapeInterval } from "./scrape-intervals.js";
import type { SourceQuery } from "./source.js";
import { scalarMap, wholeMap, type TextMap } from "./text-map.js";

/** What the readers of one file collect. */
export interface Collected {
  readonly path: string;
  readonly text: string;
  readonly queries: SourceQuery[];
  readonly ruleFiles: RuleFile[];
  readonly dashboards: Dashboard[];
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
  private readonly document: TextDocument;
  private knownHolders: ReadonlyMap<Scalar, Holder> | undefined;

  constructor(collected: Collected, document: TextDocument) {
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
    if (node.kind !== "mapping") {
      this.wrongType(node, name, "a mapping");
      return undefined;
    }
    return entriesOf(node, (key) => {
      const message = `The file is rejected: the key \`${key.text}\` stands here a second time`;
      const isMerge = key.text === "<<" && key.style === "plain";
      this.problem("duplicate-key", key, message, isMerge ? "write one list: `<<: [*a, *b]`" : "remove one of the two");
    });
  }

  /** The entries of a mapping; nothing is reported. */
  peek(node: Node | undefined): Entries | undefined {
    return node?.kind === "mapping" ? entriesOf(node, () => undefined) : undefined;
  }

  /** The items of a list, and none of anything else; nothing is reported. An item that is null is `undefined`. */
  peekItems(entry: Pick<Entry, "value"> | undefined): readonly (Node | undefined)[] {
    if (entry?.value?.kind !== "list") return [];
    return entry.value.items.map((item) => (isNull(item) ? undefined : item));
  }

  /** Whether a value is a scalar without quotes, which may be a number to some readers. */
  isPlain(entry: Entry | undefined): boolean {
    return entry?.value?.kind === "scalar" && entry.value.style === "plain" && !entry.value.tagged;
  }

  /** Every entry of a mapping that has this key, where branches of a template may give it several times. */
  all(node: Node, key: string): readonly Entry[] {
    if (node.kind !== "mapping") return [];
    return node.pairs.flatMap((pair) => {
      if (pair.key.kind !== "scalar" || pair.key.text !== key) return [];
      return [{ key: pair.key, value: pair.value, map: node }];
    });
  }

  /** The texts of a list of scalars; nothing is reported. */
  peekTexts(entry: Entry | undefined): readonly string[] {
    return this.peekItems(entry).flatMap((node) => (node?.kind === "scalar" ? [node.text] : []));
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

  /** The text of a scalar and its place; nothing is reported. */
  peekField(entry: Entry | undefined, field: string): Field | undefined {
    return entry?.value?.kind === "scalar" ? this.text(entry, field, field) : undefined;
  }

  /** The text of a scalar that is no null. */
  text(entry: Entry | undefined, field: string, name: string): Field | undefined {
    if (!entry?.value) return undefined;
    if (entry.value.kind !== "scalar") {
      this.wrongType(entry.value, name, "a text");
      return undefined;
    }
    this.collected.fields.set(field, this.mapOf(entry.value, entry));
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
  dashboardQuery(entry: Entry | undefined, { expr, part, use }: DashboardQuery, panel?: Panel): void {
    const isWhole = part.to - part.from === expr.text.length;
    const more = { ...(panel && { panel }), ...(!isWhole && { oneLine: true as const }) };
    this.collectQuery(entry, expr, part, { use, variables: "grafana", ...more });
  }

  /** Collects the file that an entry holds, unless an alias has led to it before. `name` is what it would be called. */
  embedded(entry: Entry | undefined, field: string, name: string): void {
    const { seen, embedded, fields } = this.collected;
    if (entry?.value?.kind !== "scalar" || seen.has(entry.value)) return;
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
    if (entry?.value?.kind !== "scalar" || !map || seen.has(entry.value)) return;
    seen.add(entry.value);
    const own = text.slice(part.from, part.to);
    const query = { text: own, map: own === text ? map : partOf(map, part), field, ...rest };
    const readable = template ? template.query(query, nodeSpan(entry.value, this.collected.text)) : query;
    if (readable) queries.push(readable);
  }

  private mapOf(scalar: Scalar, entry: Entry): TextMap {
    const { text } = this.collected;
    const { span, style, text: value } = scalar;
    const holder = isAliased(scalar, entry) ? (this.holders.get(scalar) ?? entry.map) : entry.map;
    const start = holder.span.from;
    const flow = isFlow(holder, text);
    // A mapping in flow style may stand on one line with the whole file.
    const indent = flow ? 0 : start - text.lastIndexOf("\n", start - 1) - 1;
    return scalarMap({ text, span, style, value, indent, flow, entry });
  }

  private get holders(): ReadonlyMap<Scalar, Holder> {
    return (this.knownHolders ??= holdersBelow(this.root));
  }

  private wrongType(node: Node, name: string, wanted: string): void {
    const given = node.kind === "scalar" ? "a text" : `a ${node.kind}`;
    this.problem("wrong-type", node, `The file is rejected: \`${name}\` is ${given} instead of ${wanted}`);
  }
}
