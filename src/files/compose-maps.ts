import type { Edit, Span } from "../syntax/problem.js";
import { sliceMap, type TextMap } from "./text-map.js";

/** The map of a text within a text within the file: `inner` leads to the text that `outer` leads on to the file. */
export function composeMaps(inner: TextMap, outer: TextMap): TextMap {
  return new ComposedMap(inner, outer);
}

/** The same map, but for rewrites that would touch more than the edits say, such as the quotes around the text. */
export function withinEdits(map: TextMap): TextMap {
  return {
    get exact() {
      return map.exact;
    },
    offset: (at) => map.offset(at),
    span: (span) => map.span(span),
    rewrite(edits) {
      const from = edits.reduce((least, edit) => Math.min(least, edit.from), Infinity);
      const to = edits.reduce((most, edit) => Math.max(most, edit.to), 0);
      const around = map.span({ from, to });
      const rewritten = map.rewrite(edits);
      return rewritten?.every((edit) => edit.from >= around.from && edit.to <= around.to) ? rewritten : undefined;
    },
    remove: () => map.remove(),
  };
}

/** The map of a part of a text. */
export function partOf(map: TextMap, part: Span): TextMap {
  return new ComposedMap(sliceMap(part), map);
}

/** A class, since every field of an embedded file has one. */
class ComposedMap implements TextMap {
  private readonly inner: TextMap;
  private readonly outer: TextMap;

  constructor(inner: TextMap, outer: TextMap) {
    this.inner = inner;
    this.outer = outer;
  }

  get exact(): boolean {
    return this.inner.exact && this.outer.exact;
  }

  offset(at: number): number {
    return this.outer.offset(this.inner.offset(at));
  }

  span(span: Span): Span {
    return this.outer.span(this.inner.span(span));
  }

  /** Each map checks that its own text reads as wanted. */
  rewrite(edits: readonly Edit[]): readonly Edit[] | undefined {
    const within = this.inner.rewrite(edits);
    return within && this.outer.rewrite(within);
  }

  remove(): readonly Edit[] | undefined {
    const within = this.inner.remove();
    return within && this.outer.rewrite(within);
  }
}
