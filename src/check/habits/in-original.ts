import type { Edit, Problem, Span } from "../../syntax/problem.js";

/** A problem of an edited text, with its places and its fixes in the text before the edits. */
export function inOriginal(problem: Problem, edits: readonly Edit[]): Problem {
  const back = backThrough(edits);
  const { at, because, fixes } = problem;
  return {
    ...problem,
    at: back(at),
    ...(because && { because: because.map((each) => ({ ...each, at: back(each.at) })) }),
    ...(fixes && {
      fixes: fixes.map((fix) => ({ ...fix, edits: fix.edits.map((edit) => ({ ...edit, ...back(edit) })) })),
    }),
  };
}

function backThrough(edits: readonly Edit[]): (span: Span) => Span {
  const sorted = edits.toSorted((a, b) => a.from - b.from || a.to - b.to);
  const place = (offset: number, isEnd: boolean): number => {
    let moved = 0;
    for (const { from, to, insert } of sorted) {
      const start = from + moved;
      if (offset < start || (offset === start && isEnd)) break;
      if (offset < start + insert.length) return insert.length === to - from ? offset - moved : isEnd ? to : from;
      moved += insert.length - (to - from);
    }
    return offset - moved;
  };
  return ({ from, to }) => {
    const start = place(from, false);
    return { from: start, to: from === to ? start : Math.max(start, place(to, true)) };
  };
}

/** A problem whose fixes make these edits too, but where they replace the same characters. */
export function withEdits(problem: Problem, edits: readonly Edit[]): Problem {
  if (!problem.fixes) return problem;
  const fixes = problem.fixes.map((fix) => {
    const others = edits.filter((edit) => !fix.edits.some(({ from, to }) => from < edit.to && edit.from < to));
    return { ...fix, edits: [...fix.edits, ...others] };
  });
  return { ...problem, fixes };
}
