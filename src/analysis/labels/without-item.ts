import type { Edit, Span } from "../../syntax/problem.js";
import { cut } from "../cut.js";

/**
 * The edits that take an item out of a list with commas, together with a comma. Comments stay, and so does a comma after
 * the last item where another item stands before it.
 */
export function withoutItem(text: string, items: readonly Span[], index: number): readonly Edit[] {
  const [before, item, after] = [items[index - 1], items[index], items[index + 1]];
  if (!item) return [];
  if (after) return withCommaAfter(text, item, after);
  if (before) return withCommaBefore(text, before, item);
  return [cut(item.from, item.to), ...commaAfter(text, item).map((at) => cut(at, at + 1))];
}

/** The edits that take several items out of a list with commas, each together with a comma. */
export function withoutItems(text: string, items: readonly Span[], indices: ReadonlySet<number>): readonly Edit[] {
  const lastKept = items.findLastIndex((_, index) => !indices.has(index));
  return [...indices].flatMap((index) => {
    const [before, item, after] = [items[index - 1], items[index], items[index + 1]];
    if (!item) return [];
    if (index > lastKept && lastKept !== -1 && before) return withCommaBefore(text, before, item);
    return after ? withCommaAfter(text, item, after) : withoutItem(text, [item], 0);
  });
}

function withCommaAfter(text: string, item: Span, after: Span): readonly Edit[] {
  const comma = commaBetween(text, item, after);
  const to = comma + 1 + spaceAt(text, comma + 1);
  return isBlank(text.slice(item.to, comma)) ? [cut(item.from, to)] : [cut(item.from, item.to), cut(comma, to)];
}

function withCommaBefore(text: string, before: Span, item: Span): readonly Edit[] {
  const comma = commaBetween(text, before, item);
  const gap = text.slice(before.to, item.from).replace(",", "");
  return isBlank(gap) ? [cut(before.to, item.to)] : [cut(comma, comma + 1), cut(item.from, item.to)];
}

/** The offset of the comma that is no part of a comment. */
function commaBetween(text: string, { to }: Span, { from }: Span): number {
  const [beforeComma = ""] = /^(?:[^,#]|#[^\n]*)*/.exec(text.slice(to, from)) ?? [];
  return to + beforeComma.length;
}

/** The offset of the comma that may stand after the last item. */
function commaAfter(text: string, { to }: Span): readonly number[] {
  const found = /^(?:\s|#[^\n]*\n)*,/.exec(text.slice(to));
  return found ? [to + found[0].length - 1] : [];
}

function spaceAt(text: string, from: number): number {
  return text.slice(from).search(/\S|$/);
}

function isBlank(text: string): boolean {
  return text.trim() === "";
}
