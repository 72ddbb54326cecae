import type { Span } from "../syntax/problem.js";
import type { CommentedText } from "./commented-text.js";
import type { DirectiveKind } from "./directive.js";

type LineDirective = Extract<DirectiveKind, "disable-line" | "disable-next-line">;

/** What line directives of a text are about; each line of the text is looked at a few times at most. */
export class LineExtents {
  private readonly commented: CommentedText;
  private readonly comments: ReadonlyMap<number, Span>;
  /** The first line at or below one that holds more than comments, by where that one begins. */
  private readonly codeLines = new Map<number, Span | undefined>();
  private readonly ends = new Map<number, number>();

  constructor(commented: CommentedText) {
    this.commented = commented;
    this.comments = new Map(commented.comments.map((comment) => [comment.from, comment]));
  }

  /** The own line of a directive, or for one that stands alone the next; `undefined` where no line follows that holds more than comments. */
  of(kind: LineDirective, comment: Span): Span | undefined {
    const { lines } = this.commented;
    if (kind === "disable-line" && !lines.isAlone(comment)) {
      const own = lines.at(comment.from);
      return { from: own.from, to: this.commented.endOf(own, "on") };
    }
    const line = this.codeLine(lines.below(lines.at(comment.to)));
    if (!line) return undefined;
    const end = this.ends.get(line.from) ?? this.commented.endOf(line, "above");
    this.ends.set(line.from, end);
    return { from: line.from, to: end };
  }

  private codeLine(start: Span | undefined): Span | undefined {
    const passed: Span[] = [];
    let line = start;
    while (line && !this.codeLines.has(line.from)) {
      const last = this.endOfComments(line);
      if (last === undefined) break;
      passed.push(line);
      line = this.commented.lines.below(this.commented.lines.at(last));
    }
    if (line && this.codeLines.has(line.from)) line = this.codeLines.get(line.from);
    for (const { from } of line ? [...passed, line] : passed) this.codeLines.set(from, line);
    return line;
  }

  /** Where a line ends that is blank, or the comment that is all it holds; `undefined` for others. */
  private endOfComments(line: Span): number | undefined {
    const { lines } = this.commented;
    const first = lines.indented(line);
    const comment = this.comments.get(first);
    if (comment) return lines.isAlone(comment) ? comment.to : undefined;
    return first === line.to ? first : undefined;
  }
}
