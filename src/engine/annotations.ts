import { shortNumber } from "../promql/numbers.js";
import type { Span } from "../syntax/problem.js";

/** What Prometheus tells about a result besides it. */
export interface Annotations {
  /** A text that is told once, however often it is added. It is placed at the span given last. */
  readonly add: (kind: AnnotationKind, text: string, at: Span) => void;
  /** Bucket counts that had to be raised. All of one text become one. */
  readonly addRaised: (text: string, at: Span, raised: RaisedBuckets) => void;
  /** The texts of a kind in the order in which they came, with line and column. */
  readonly list: (kind: AnnotationKind) => readonly string[];
}

/** Whether something is wrong with the result, or may be. */
export type AnnotationKind = "warning" | "info";

/** Which buckets were raised: upper bounds, the greatest difference, and when, in milliseconds since 1970. */
export interface RaisedBuckets {
  readonly least: number;
  readonly greatest: number;
  readonly difference: number;
  readonly time: number;
}

interface Raised {
  readonly least: number;
  readonly greatest: number;
  readonly difference: number;
  readonly from: number;
  readonly to: number;
  readonly count: number;
}

interface Entry {
  readonly kind: AnnotationKind;
  readonly text: string;
  readonly at: Span;
  readonly raised?: Raised;
}

/** Starts with nothing to tell about a query. */
export function createAnnotations(query: string): Annotations {
  const entries = new Map<string, Entry>();
  return {
    add(kind, text, at) {
      entries.set(text, { kind, text, at });
    },
    addRaised(text, at, { least, greatest, difference, time }) {
      const { raised: before, ...entry } = entries.get(text) ?? { kind: "info", text, at };
      const raised = {
        least: Math.min(least, before?.least ?? Infinity),
        greatest: Math.max(greatest, before?.greatest ?? -Infinity),
        difference: Math.max(difference, before?.difference ?? 0),
        from: Math.min(time, before?.from ?? Infinity),
        to: Math.max(time, before?.to ?? -Infinity),
        count: (before?.count ?? 0) + 1,
      };
      entries.set(text, { ...entry, raised });
    },
    list: (kind) => [...entries.values()].filter((entry) => entry.kind === kind).map((entry) => written(entry, query)),
  };
}

function written({ kind, text, at, raised }: Entry, query: string): string {
  return `PromQL ${kind}: ${text}${raised ? detail(raised) : ""} (${position(query, at.from)})`;
}

function detail({ least, greatest, difference, from, to, count }: Raised): string {
  const buckets = `from buckets ${shortNumber(least)} to ${shortNumber(greatest)}`;
  const diff = `with a max diff of ${shortNumber(Number(difference.toPrecision(2)))}`;
  return `, ${buckets}, ${diff}, over ${count} samples from ${dateOf(from)} to ${dateOf(to)}`;
}

function dateOf(time: number): string {
  return new Date(Math.trunc(time / 1000) * 1000).toISOString().replace(".000Z", "Z");
}

/** Line and column from 1; a column is a byte of UTF-8. */
function position(query: string, at: number): string {
  const before = query.slice(0, at);
  const line = before.slice(before.lastIndexOf("\n") + 1);
  return `${before.split("\n").length}:${new TextEncoder().encode(line).length + 1}`;
}
