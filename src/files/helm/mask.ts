import type { ActionKind } from "./actions.js";
import { blockScalarOf, lineBreakAt, linesOf, withoutActions, type BlockScalar, type Line } from "./lines.js";

/** What stands in a masked text for actions of a template. */
export interface Placeholder {
  /** What the template says there. */
  readonly original: string;
  readonly kinds: readonly ActionKind[];
}

/** A template in which other text of the same length stands for every action, so that it can be YAML. */
export interface Masked {
  readonly text: string;
  /** By their text, which is a variable `${name}`. */
  readonly placeholders: ReadonlyMap<string, Placeholder>;
}

/** Masks the actions of a Helm template. Every offset stays what it is. Takes time linear in the text. */
export function maskTemplate(text: string): Masked {
  return new Mask(text).run();
}

/** A block of the template, and the block scalar within which it began, if any. */
interface Opened {
  readonly scalar: BlockScalar | undefined;
  /** Whether its `else` has been passed within that scalar: what follows is another query. */
  dead: boolean;
}

/** A line that holds actions alone. */
interface Waiting {
  readonly line: Line;
  readonly piece: number;
  readonly dead: boolean;
  /** Whether it stands above the text of its block scalar. */
  readonly leads: boolean;
}

class Mask {
  private readonly text: string;
  private readonly pieces: string[] = [];
  private readonly placeholders = new Map<string, Placeholder>();
  private readonly names = new Map<string, string>();
  private readonly taken: ReadonlySet<string>;
  private readonly opened: Opened[] = [];
  private scalar: BlockScalar | undefined;
  /** Lines that hold actions alone: the next line tells whether they belong to the block scalar above. */
  private pending: Waiting[] = [];
  /** How many blocks of the current block scalar are past their `else`. */
  private dead = 0;

  constructor(text: string) {
    this.text = text;
    this.taken = new Set(text.match(/\$\{\w+\}/g));
  }

  run(): Masked {
    for (const line of linesOf(this.text)) {
      this.readLine(line);
      this.pieces.push(lineBreakAt(this.text, line.to));
    }
    this.settle(false);
    return { text: this.pieces.join(""), placeholders: this.placeholders };
  }

  private readLine(line: Line): void {
    const bare = withoutActions(this.text, line);
    const indent = this.indentOf(line);
    if (bare.trim() === "") {
      const wasDead = this.dead > 0;
      const leads = this.scalar?.content === undefined;
      for (const { kind } of line.actions) this.follow(kind);
      if (line.actions.length > 0) {
        this.pending.push({ line, piece: this.pieces.length, dead: wasDead || this.dead > 0, leads });
      }
      this.pieces.push(this.text.slice(line.from, line.to));
      return;
    }
    const inScalar = this.scalar !== undefined && indent > this.scalar.parent;
    if (inScalar && this.scalar) this.scalar.content ??= indent;
    this.settle(inScalar);
    if (!inScalar) {
      this.scalar = undefined;
      this.dead = 0;
    }
    const masked = this.dead > 0 ? " ".repeat(line.to - line.from) : this.inline(line, inScalar);
    for (const { kind } of line.actions) this.follow(kind);
    this.pieces.push(masked);
    if (!inScalar) this.scalar = blockScalarOf(masked);
  }

  private follow(kind: ActionKind): void {
    const last = this.opened.at(-1);
    const isOwn = last?.scalar !== undefined && last.scalar === this.scalar;
    if (kind === "open") this.opened.push({ scalar: this.scalar, dead: false });
    if (kind === "else" && last && isOwn && !last.dead) {
      last.dead = true;
      this.dead++;
    }
    if (kind !== "end") return;
    if (last?.dead && isOwn) this.dead--;
    this.opened.pop();
  }

  /**
   * Masks the lines that have waited, now that it is known whether they belong to the block scalar. Where it has no other
   * text, those do that put a text there.
   */
  private settle(inScalar: boolean): void {
    const isAll = !inScalar && this.scalar !== undefined && this.scalar.content === undefined;
    const own = isAll ? this.pending.findLastIndex(holdsValue) + 1 : inScalar ? this.pending.length : 0;
    if (isAll && own > 0 && this.scalar) this.scalar.content = this.scalar.parent + 2;
    for (const [k, waiting] of this.pending.entries()) {
      this.pieces[waiting.piece] = k < own ? this.ofScalar(waiting) : this.comment(waiting.line);
    }
    this.pending = [];
  }

  /** A comment of YAML, unless it would be text at the end of a block scalar. */
  private comment(line: Line): string {
    const length = line.to - line.from;
    const indent = this.indentOf(line);
    return this.scalar && indent > this.scalar.parent
      ? " ".repeat(length)
      : `${" ".repeat(indent)}#`.padEnd(length, "x");
  }

  private ofScalar({ line, dead, leads }: Waiting): string {
    const length = line.to - line.from;
    const content = this.scalar?.content ?? 0;
    if (length <= content) return " ".repeat(length);
    const room = length - content;
    // The text of a block scalar cannot begin with blanks, and a comment of PromQL ends with its line.
    const blank = leads && this.scalar?.style === "literal" ? "#" : " ";
    const kinds = line.actions.map(({ kind }) => kind);
    const isText = !dead && room >= shortest;
    const original = this.text.slice(line.from, line.to).trimStart();
    return " ".repeat(content) + (isText ? this.placeholder(original, kinds, room) : blank.repeat(room));
  }

  private inline({ from, to, actions }: Line, inScalar: boolean): string {
    const parts: string[] = [];
    const beginsFlow = !inScalar && flowStart.test(this.text.slice(from, actions[0]?.from ?? from));
    let quotes = 0;
    let at = from;
    for (const action of actions) {
      const before = this.text.slice(at, action.from);
      const original = this.text.slice(action.from, action.to);
      quotes += before.match(/["']/g)?.length ?? 0;
      const isBare = beginsFlow && quotes % 2 === 0;
      const mask = isBare ? "x".repeat(original.length) : this.placeholder(original, [action.kind], original.length);
      parts.push(before, mask);
      at = action.to;
    }
    return parts.join("") + this.text.slice(at, to);
  }

  /** The same text is given for the same actions, so that two equal queries stay equal. */
  private placeholder(original: string, kinds: readonly ActionKind[], length: number): string {
    const key = `${length} ${original}`;
    const known = this.names.get(key);
    if (known !== undefined) return known;
    const room = length - "${}".length;
    for (let number = this.placeholders.size; ; number++) {
      const digits = number.toString(36);
      if (digits.length >= room) return "x".repeat(length);
      const name = `\${h${"_".repeat(room - 1 - digits.length)}${digits}}`;
      if (this.taken.has(name) || this.placeholders.has(name)) continue;
      this.names.set(key, name);
      this.placeholders.set(name, { original, kinds });
      return name;
    }
  }

  private indentOf({ from, to }: Line): number {
    indentation.lastIndex = from;
    return Math.min(to - from, indentation.exec(this.text)?.[0].length ?? 0);
  }
}

function holdsValue({ line }: Waiting): boolean {
  return line.actions.some(({ kind }) => kind === "value");
}

const indentation = /[ ]*/y;

/** The shortest action: `{{.}}`. */
const shortest = 5;

/** Where a mapping or list in flow style begins, in which `${}` cannot stand without quotes. */
const flowStart = /(?:^\s*|[:-]\s+)[[{]/;
