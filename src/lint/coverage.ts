import { assertNever, type Token } from "../syntax/ast.js";
import { firstFrom } from "../syntax/first-from.js";
import type { Span } from "../syntax/problem.js";
import type { CommentedText } from "./commented-text.js";
import type { Directive } from "./directive.js";
import { LineExtents } from "./line-extents.js";

/** What a directive suppresses. Places are those of diagnostics; a diagnostic is covered where it begins. */
export interface Cover {
  readonly directive: Directive;
  /** The rule or problem; `undefined` for all. */
  readonly name: Token | undefined;
  /** The comment. */
  readonly place: Span;
  /** Whether it is about the whole file. */
  readonly wholeFile: boolean;
  readonly from: number;
  /** The last offset that is covered, for a code. */
  readonly to: (code: string) => number;
}

/** What the directives of one text cover, and the `enable` directives that end nothing, by the name that ends nothing. */
export interface Coverage {
  readonly covers: readonly Cover[];
  readonly idle: readonly { readonly directive: Directive; readonly name: Token | undefined }[];
}

/** Works out what the directives of a text, in order, cover. Takes time that grows with text and directives alone. */
export function coverageOf(commented: CommentedText, directives: readonly Directive[]): Coverage {
  const covers: Cover[] = [];
  const extents = new LineExtents(commented);
  const ranges = new Ranges(commented.text.length);
  for (const directive of directives) if (directive.kind === "enable") ranges.end(directive);
  for (const directive of directives) {
    const reach = reachOf(directive, commented, extents, ranges);
    if (!reach) continue;
    const place = commented.map.span(directive.comment);
    const wholeFile = directive.kind === "disable-file";
    for (const name of namesOf(directive)) covers.push({ directive, name, place, wholeFile, ...reach });
  }
  return { covers, idle: idleOf(directives) };
}

/** `undefined` for a directive that suppresses nothing by its nature; an empty reach where nothing follows it. */
function reachOf(
  { kind, comment }: Directive,
  { map }: CommentedText,
  extents: LineExtents,
  ranges: Ranges,
): Pick<Cover, "from" | "to"> | undefined {
  switch (kind) {
    case "disable-file":
      return { from: 0, to: () => Infinity };
    case "disable-line":
    case "disable-next-line": {
      const extent = extents.of(kind, comment);
      if (!extent) return { from: Infinity, to: () => -Infinity };
      const { from, to } = map.span(extent);
      return { from, to: () => to };
    }
    case "disable": {
      const from = comment.to;
      return {
        from: map.span({ from, to: from }).from,
        to: (code) => map.span({ from, to: ranges.endFor(code, from) }).to,
      };
    }
    case "enable":
      return undefined;
    default:
      return assertNever(kind);
  }
}

/** `undefined` stands for all. */
function namesOf({ names }: Directive): readonly (Token | undefined)[] {
  return names.length > 0 ? names : [undefined];
}

/** The `enable` directives before which nothing has been disabled that they could end. */
function idleOf(directives: readonly Directive[]): Coverage["idle"] {
  const idle: { directive: Directive; name: Token | undefined }[] = [];
  let all = false;
  const open = new Set<string>();
  for (const directive of directives) {
    if (directive.kind !== "enable" && directive.kind !== "disable") continue;
    for (const name of namesOf(directive)) {
      if (directive.kind === "disable") {
        if (name) open.add(name.text);
        else all = true;
      } else if (name) {
        if (!open.delete(name.text) && !all) idle.push({ directive, name });
      } else {
        if (!all && open.size === 0) idle.push({ directive, name });
        all = false;
        open.clear();
      }
    }
  }
  return idle;
}

/** Where `disable` directives end. */
class Ranges {
  private readonly length: number;
  /** Offsets of the `enable` directives in order, by the name that they give; `""` for all. */
  private readonly ends = new Map<string, number[]>();

  constructor(length: number) {
    this.length = length;
  }

  end(directive: Directive): void {
    for (const name of namesOf(directive)) {
      const key = name?.text ?? "";
      const ends = this.ends.get(key) ?? [];
      ends.push(directive.comment.from);
      this.ends.set(key, ends);
    }
  }

  endFor(code: string, from: number): number {
    return Math.min(this.next(code, from), this.next("", from));
  }

  private next(key: string, from: number): number {
    const ends = this.ends.get(key) ?? [];
    return ends[firstFrom(ends, from, (end) => end)] ?? this.length;
  }
}
