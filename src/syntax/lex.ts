import { parseDuration } from "../promql/durations.js";
import { keywords, labelListKeywords } from "../promql/keywords.js";
import { parseNumber } from "../promql/numbers.js";
import { unquote } from "../promql/strings.js";
import type { Lexeme, LexemeType } from "./lexeme.js";
import { curlyString } from "./mistakes/curly-quotes.js";
import { foreignBracket, lacksParenthesis, notParentheses, type ForeignBracket } from "./mistakes/foreign-brackets.js";
import * as say from "./mistakes/lex-problems.js";
import { doubledQuote, lostQuote } from "./mistakes/lost-quote.js";
import { mending } from "./mistakes/mending.js";
import { methodCall } from "./mistakes/method-calls.js";
import { misreadMatcher } from "./mistakes/misread-matcher.js";
import type { Misread } from "./mistakes/misread.js";
import {
  badDuration,
  badNumber,
  neitherNumberNorDuration,
  valueForLabel,
  wordInBrackets,
} from "./mistakes/number-problems.js";
import { numberWithCommas } from "./mistakes/number-with-commas.js";
import { patternOutside, placeholder } from "./mistakes/placeholders.js";
import { leaveOutPrompt, promptBefore } from "./mistakes/prompts.js";
import { bracketsInBraces, rangeAmongMatchers, rangeInBraces } from "./mistakes/range-in-braces.js";
import { selectorInBrackets } from "./mistakes/selector-in-brackets.js";
import { badEscape, invalidUtf8, stringInBrackets, unclosedString } from "./mistakes/string-problems.js";
import { unitAlone } from "./mistakes/time-in-brackets.js";
import { templateAction } from "./mistakes/template-actions.js";
import { typographicOperator } from "./mistakes/typographic-operators.js";
import { valueInBraces, wildcardBehind } from "./mistakes/value-in-braces.js";
import type { Problem, Span } from "./problem.js";
import { holdsVariable, isAlpha, isDigit, scanNumber, scanString, scanVariable } from "./scan.js";

/** How many mistakes are reported of one query; what follows the last one is not read. */
export const maxProblems = 100;

/** The lexemes of a query, the last one of type `end`, and what is wrong with its characters. */
export interface Lexed {
  readonly lexemes: readonly Lexeme[];
  readonly problems: readonly Problem[];
  /** From `#` to the end of the line. */
  readonly comments: readonly Span[];
  /** Whether a bracket or quote is never closed; the lexer has reported it. */
  readonly unclosed: boolean;
}

/** How a query is read. @inline */
export interface LexOptions {
  /** Accept Grafana's variables: `$x`, `${x:format}`, `[[x]]`. */
  readonly variables?: "grafana";
}

/** Takes a query apart, in linear time; never throws. After a mistake it goes on with the next character. */
export function lex(text: string, options: LexOptions = {}): Lexed {
  return new Lexer(text, options.variables === "grafana").run();
}

const space = /[ \t\n\r]*/y;
const word = /[A-Za-z_:][A-Za-z0-9_:]*/y;
const label = /[A-Za-z_][A-Za-z0-9_]*/y;
const letters = /[A-Za-z_]+/y;
const wordOrNumber = /[A-Za-z0-9_]+/y;
const metricPart = /[A-Za-z0-9_:]+/y;
const numberLike = /[A-Za-z0-9_.]+/y;
const foreign = /[^A-Za-z_,=!{}[\]()"'`# \t\r\n$]+/y;
/** `[job="api"]`. */
const bracketedMatchers = /\[\s*[A-Za-z_]\w*\s*(?:=|!=|!~)(?:[^\]"'`]|"[^"\n]*"|'[^'\n]*'|`[^`]*`)*\]/y;
const comment = /#[^\r\n]*/y;
const parenthesisFollows = /[ \t\n\r]*\(/y;

const fillWords: ReadonlySet<string> = new Set(["fill", "fill_left", "fill_right"]);
const durationWords: ReadonlySet<string> = new Set(["step", "range", "min_of", "max_of"]);

/** What is never closed. */
interface OpenBracket {
  readonly at: Span;
  readonly what: "parenthesis" | "brace" | "bracket";
}

/** An open parenthesis, or what stands in its place. */
interface Paren extends Span {
  readonly instead?: ForeignBracket;
}

class Lexer {
  private at = 0;
  /** In brackets, a duration comes first; Prometheus reads what follows its first number by the ordinary rules. */
  private state: say.Place = "ordinary";
  private bracketOpen = false;
  private colonSeen = false;
  private durationSeen = false;
  private readonly parens: Paren[] = [];
  private reported = 0;
  /** Where the last string begins that is not closed. */
  private openString = -1;
  private unclosed = false;
  private brace: Span = { from: 0, to: 0 };
  /** Whether brackets are read as the braces that they were meant to be. */
  private squareBraces = false;
  private parensInBraces = 0;
  /** Where the `]` or `}` stands that belongs before a parenthesis; it is read there already. */
  private exchanged = -1;
  private bracket: Span = { from: 0, to: 0 };
  private readonly lexemes: Lexeme[] = [];
  private readonly problems: Problem[] = [];
  private readonly comments: Span[] = [];

  private readonly text: string;
  private readonly variables: boolean;

  constructor(text: string, variables: boolean) {
    this.text = text;
    this.variables = variables;
  }

  run(): Lexed {
    for (;;) {
      this.at = this.match(space) ?? this.at;
      if (this.at >= this.text.length || this.problems.length >= maxProblems) break;
      this.next();
    }
    this.finish();
    const { lexemes, problems, comments, unclosed } = this;
    return { lexemes, problems, comments, unclosed };
  }

  private next(): void {
    const char = this.text.charAt(this.at);
    if ((char === "$" || char === "[") && this.variableFollows()) return;
    if (char === "#" && this.state !== "duration") return this.comment();
    if (char === "{" && this.misread(templateAction(this.text, this.at, this.state, this.lexemes.at(-1)))) return;
    switch (this.state) {
      case "braces":
        return this.insideBraces(char);
      case "duration":
        return this.insideDuration(char);
      case "ordinary":
        return this.ordinary(char);
    }
  }

  private ordinary(char: string): void {
    switch (char) {
      case ",":
      case "*":
      case "/":
      case "%":
      case "+":
      case "-":
      case "^":
      case "@":
        return this.emit(char, 1);
      case "=":
        return this.equals();
      case "!":
        return this.exclamation();
      case "<":
      case ">":
        return this.comparison(char);
      case '"':
      case "'":
      case "`":
        return this.string();
      case "(":
      case ")":
        return this.parenthesis(char);
      case "&":
      case "|":
        return this.foreignOperator(char);
      case "{":
        return this.leftBrace();
      case "[":
        return this.leftBracket();
      case "]":
        return this.rightBracket();
      case "}":
        return this.foreignClosing();
      default:
        return this.wordOrNumber(char);
    }
  }

  private wordOrNumber(char: string): void {
    if (this.startsNumber(char)) return this.number();
    if (!isAlpha(char) && char !== ":") return this.unexpected();
    if (!this.bracketOpen) return this.word();
    if (char === ":") return this.colon();
    this.durationWord();
  }

  private equals(): void {
    const next = this.text.charAt(this.at + 1);
    if (next === "=") return this.emit("==", 2);
    if (next === "~") return this.emit("=~", 2);
    this.emit("=", 1);
  }

  private exclamation(): void {
    const next = this.text.charAt(this.at + 1);
    if (next === "=") return this.emit("!=", 2);
    if (next === "~") return this.emit("!~", 2);
    this.unexpected();
  }

  private comparison(char: "<" | ">"): void {
    const next = this.text.charAt(this.at + 1);
    if (next === "=" || next === "/") return this.emit(`${char}${next}`, 2);
    this.emit(char, 1);
  }

  /** `&&`, `||`: read as what was meant. */
  private foreignOperator(char: "&" | "|"): void {
    if (char === "|" && this.methodCall()) return;
    const at = this.span(this.text.charAt(this.at + 1) === char ? 2 : 1);
    const meant = char === "&" ? "and" : "or";
    this.report(at, say.foreignOperator(at, this.text.slice(at.from, at.to), meant));
    this.add({ type: "keyword", ...at, text: meant });
  }

  private parenthesis(char: "(" | ")"): void {
    if (char === "(") this.parens.push(this.span(1));
    else {
      const open = this.parens.pop();
      if (!open && this.bracketOpen) return this.closeWith("]", this.bracket);
      if (!open) return this.skip(1, say.unmatchedParenthesis);
      if (open.instead) this.report(open, notParentheses(open.instead, this.span(1)));
      if (this.bracketOpen && open.from < this.bracket.from) this.closeBefore("]");
    }
    this.emit(char, 1);
    if (this.at === this.exchanged) this.at += 1;
  }

  /** Puts the `}` or `]` that is missing before what comes next. */
  private closeBefore(close: "}" | "]"): void {
    const before = this.lexemes.at(-1)?.to ?? this.at;
    const open = close === "}" ? this.brace : this.bracket;
    if (this.text.startsWith(`)${close}`, this.at) && (close === "]" || this.parens.length > 0)) {
      this.exchanged = this.at + 1;
      this.report(open, say.exchangedClosing(close, this.at));
    } else if (!this.mayBeInString(open)) {
      this.report(open, say.unclosedBefore(close, this.text.charAt(this.at), before));
    }
    if (close === "]") this.bracketOpen = false;
    this.state = "ordinary";
    this.push(close, this.at, close);
  }

  /** Whether what closes a brace or bracket may stand in a string that is not closed. */
  private mayBeInString(open: Span): boolean {
    return this.openString > open.from;
  }

  /** `[` or `{` that stands where a function or a grouping takes parentheses; returns whether it is one. */
  private foreignBracket(): boolean {
    const instead = foreignBracket(this.text, this.at, this.lexemes);
    if (!instead) return false;
    this.parens.push({ ...instead.open, instead });
    this.emit("(", 1);
    return true;
  }

  /** `]` or `}` where nothing of the kind is open: it may close what stands in place of a parenthesis. */
  private foreignClosing(): void {
    if (this.bracketOpen) return this.closeWith("]", this.bracket);
    if (this.text.charAt(this.at) === "]" && this.rangeWithoutOpening()) return;
    const open = this.parens.at(-1);
    if (!open || !(open.instead || lacksParenthesis(this.text, this.at, this.parens.length))) return this.unexpected();
    this.parens.pop();
    const at = this.span(1);
    if (open.instead) this.report(open, notParentheses(open.instead, at));
    else this.report(at, say.closedWith(this.text.charAt(this.at), "(", at));
    this.push(")", this.at + 1, ")");
  }

  /** `up 5m]`; returns whether it stands here. */
  private rangeWithoutOpening(): boolean {
    const range = this.lexemes.at(-1);
    const before = this.lexemes.at(-2)?.type;
    if (range?.type !== "duration" || (before !== "identifier" && before !== "}")) return false;
    const at = { from: range.from, to: range.from };
    this.report(this.span(1), say.unopenedBracket(at));
    this.lexemes.splice(-1, 0, { type: "[", ...at, text: "[" });
    this.push("]", this.at + 1, "]");
    return true;
  }

  /** Takes the character that closes the wrong thing for the one that is wanted. */
  private closeWith(close: "]", open: Span): void {
    const at = this.span(1);
    this.report(at, say.closedWith(this.text.charAt(this.at), this.text.charAt(open.from), at));
    this.bracketOpen = false;
    this.state = "ordinary";
    this.push(close, this.at + 1, close);
  }

  private leftBrace(square = false): void {
    if (!square && (this.misread(rangeInBraces(this.text, this.at, this.lexemes)) || this.foreignBracket())) return;
    this.brace = this.span(1);
    this.state = "braces";
    this.squareBraces = square;
    this.parensInBraces = 0;
    this.push("{", this.at + 1, "{");
  }

  private leftBracket(): void {
    if (this.bracketOpen) return this.unexpected();
    const matchers = this.match(bracketedMatchers);
    if (matchers !== undefined) {
      const inside = this.match(space, this.at + 1) ?? this.at + 1;
      this.report({ from: inside, to: matchers - 1 }, say.matchersInBrackets(this.text, this.at, inside, matchers));
      return this.leftBrace(true);
    }
    if (this.foreignBracket() || this.misread(selectorInBrackets(this.text, this.at, this.lexemes))) return;
    this.bracket = this.span(1);
    this.bracketOpen = true;
    this.colonSeen = false;
    this.state = "duration";
    this.emit("[", 1);
  }

  private rightBracket(): void {
    if (!this.bracketOpen) return this.foreignClosing();
    this.closeParenthesesInBrackets();
    this.bracketOpen = false;
    this.state = "ordinary";
    this.emit("]", 1);
    if (this.exchanged >= this.at && this.match(space) === this.exchanged) this.at = this.exchanged + 1;
  }

  private closeParenthesesInBrackets(): void {
    const innermost = this.parens.at(-1);
    let missing = "";
    for (; (this.parens.at(-1)?.from ?? -1) > this.bracket.from; this.parens.pop()) missing += ")";
    if (innermost && missing !== "" && !this.mayBeInString(innermost)) {
      this.report(innermost, say.unclosedBefore(missing, "]", this.lexemes.at(-1)?.to ?? this.at));
    }
  }

  private colon(): void {
    if (this.colonSeen) return this.unexpected();
    if (this.state === "duration" && !this.durationSeen) this.report(this.span(1), say.missingRange);
    this.colonSeen = true;
    this.emit(":", 1);
  }

  private insideDuration(char: string): void {
    switch (char) {
      case "]":
        return this.rightBracket();
      case ":":
        return this.colon();
      case "(":
      case ")":
        return this.parenthesis(char);
      case "+":
      case "-":
      case "*":
      case "/":
      case "%":
      case "^":
      case ",":
        return this.emit(char, 1);
      case '"':
      case "'":
      case "`":
        return this.stringInBrackets();
      default:
        if (this.startsNumber(char)) return this.number();
        if (isAlpha(char)) this.durationWord();
        else this.unexpected();
        return;
    }
  }

  private durationWord(): void {
    const text = this.text.slice(this.at, this.match(letters));
    const lower = text.toLowerCase();
    if (durationWords.has(lower)) return this.keyword(this.at + text.length, text);
    if (this.state === "duration" && this.misread(unitAlone(this.text, this.at))) return this.endDuration();
    const to = this.match(wordOrNumber) ?? this.at + 1;
    const before = this.lexemes.at(-1);
    const count = before?.type === "number" ? before : undefined;
    const spaced = { from: before?.to ?? this.at, to: this.match(space, to) ?? to };
    this.skip(
      to - this.at,
      wordInBrackets({ text: this.text.slice(this.at, to), from: this.at }, spaced, this.state === "duration", count),
    );
  }

  private insideBraces(char: string): void {
    const next = this.text.charAt(this.at + 1);
    switch (char) {
      case ",":
        return this.emit(",", 1);
      case '"':
      case "'":
      case "`":
        return this.string();
      case "=":
        if (this.misread(this.misreadMatcher())) return;
        if (next === "~") this.emit("=~", 2);
        else this.emit("=", 1);
        return;
      case "!":
        if (this.misread(this.misreadMatcher())) return;
        if (next === "~" || next === "=") this.emit(`!${next}`, 2);
        else this.unexpected();
        return;
      case "}":
        this.state = "ordinary";
        this.emit("}", 1);
        return;
      case "(":
      case ")":
      case "[":
      case "]":
        return this.bracketInBraces(char);
      case "$":
        return this.unexpected();
      default:
        if (isAlpha(char) && this.variableFollows(label)) return;
        if (this.misread(this.misreadMatcher())) return;
        if (isAlpha(char)) this.push("identifier", this.match(label) ?? this.at + 1);
        else this.foreignInBraces();
    }
  }

  /** Takes what cannot stand in braces and has a known meaning; returns whether there is any. */
  private misread(misread: Misread | undefined): boolean {
    if (!misread) return false;
    this.report(misread.at, misread.words);
    for (const lexeme of misread.meant) this.add(lexeme);
    this.at = misread.to;
    return true;
  }

  private misreadMatcher(): Misread | undefined {
    return misreadMatcher(this.text, this.at, this.lexemes);
  }

  /** Parentheses in braces are one mistake, as a pair. What closes or opens something else ends the braces. */
  private bracketInBraces(char: "(" | ")" | "[" | "]"): void {
    if (char === "]" && this.squareBraces) {
      this.state = "ordinary";
      this.push("}", this.at + 1, "}");
    } else if (char === ")" && this.parensInBraces > 0) {
      this.parensInBraces -= 1;
      this.at += 1;
    } else if (char === "]") {
      this.foreignInBraces();
    } else if (this.misread(this.misreadMatcher())) {
      return;
    } else if (char === "[" && this.bracketsInside()) {
      return;
    } else if (char === "(") {
      if (this.parensInBraces === 0) this.report(this.span(1), say.parenthesisInBraces);
      this.parensInBraces += 1;
      this.at += 1;
    } else {
      this.closeBefore("}");
    }
  }

  /** A range that stands before the end of the braces; returns whether it does. */
  private bracketsInside(): boolean {
    const inside = bracketsInBraces(this.text, this.at);
    if (!inside) return false;
    this.report(this.brace, inside.words);
    this.exchanged = inside.to - 1;
    this.state = "ordinary";
    this.push("}", this.at, "}");
    return true;
  }

  /** Takes all that cannot stand in braces as one mistake. */
  private foreignInBraces(): void {
    if (this.misread(rangeAmongMatchers(this.text, this.at, this.lexemes))) return;
    if (this.misread(valueInBraces(this.text, this.at, this.brace))) return;
    if (this.misread(wildcardBehind(this.text, this.at, this.lexemes))) return;
    const to = Math.max(this.match(foreign) ?? 0, this.at + this.character(this.at).length);
    this.skip(to - this.at, say.foreignInBraces(this.text.slice(this.at, to)));
  }

  private word(): void {
    if (this.variableFollows(word)) return;
    const to = this.match(word) ?? this.at + 1;
    const text = this.text.slice(this.at, to);
    const lower = text.toLowerCase();
    if (lower === "inf" || lower === "nan") return this.push("number", to, text, lower === "inf" ? Infinity : NaN);
    if (keywords.has(lower) && (!fillWords.has(lower) || this.match(parenthesisFollows, to) !== undefined))
      return this.keyword(to, text);
    this.push(text.includes(":") ? "metric-identifier" : "identifier", to);
  }

  private keyword(to: number, raw: string): void {
    this.add({ type: "keyword", from: this.at, to, text: raw.toLowerCase(), raw });
  }

  /** The first number in brackets has been read. */
  private endDuration(): void {
    if (this.state !== "duration") return;
    this.durationSeen = true;
    this.state = "ordinary";
  }

  private number(): void {
    if (this.variableFollows(numberLike)) return;
    this.endDuration();
    const listed = this.bracketOpen || this.parens.length > 0 ? undefined : numberWithCommas(this.text, this.at);
    if (this.misread(listed)) return;
    const { type, to } = scanNumber(this.text, this.at);
    const text = this.text.slice(this.at, to);
    if (type === "duration") return this.duration(text);
    const value = type === "number" ? parseNumber(text) : undefined;
    const end = type === "number" ? to : (this.match(numberLike) ?? to);
    const whole = this.text.slice(this.at, end);
    if (value === undefined) {
      this.report(
        this.span(whole.length),
        this.isLabel()
          ? { ...neitherNumberNorDuration(this.at, whole, text, false), ...valueForLabel }
          : type === "number"
            ? badNumber(text)
            : neitherNumberNorDuration(this.at, whole, text, this.isDuration()),
      );
    }
    this.push("number", end, whole, value ?? NaN);
  }

  private duration(text: string): void {
    const seconds = parseDuration(text);
    if (typeof seconds === "string") this.report(this.span(text.length), badDuration(this.at, text, seconds));
    this.push("duration", this.at + text.length, text, typeof seconds === "string" ? NaN : seconds);
  }

  private string(): void {
    const { to, closed } = scanString(this.text, this.at);
    const raw = this.text.slice(this.at, to);
    const invalid = raw.search(/\uFFFD|\p{Surrogate}/u);
    if (invalid !== -1) this.report({ from: this.at + invalid, to: this.at + invalid + 1 }, invalidUtf8);
    const doubled = doubledQuote(this.text, this.at, { to, closed }, this.lexemes.at(-1));
    if (doubled) return this.skip(1, doubled);
    const inBraces = this.state === "braces";
    const lost = lostQuote(this.text, this.at, to, closed, inBraces);
    if (lost) {
      this.report({ from: this.at, to: lost.to }, lost.words);
      return this.add({ type: "string", from: this.at, to: lost.to, text: raw.slice(1, lost.to - this.at), raw });
    }
    if (!closed) {
      this.openString = this.at;
      this.report(this.span(raw.length), unclosedString(raw, to, { inBraces, breaks: to < this.text.length }));
      return this.add({ type: "string", from: this.at, to, text: raw.slice(1), raw });
    }
    const { value, mistakes } = unquote(raw);
    for (const mistake of mistakes.slice(0, maxProblems - this.problems.length))
      this.problems.push(badEscape(raw, this.at, mistake));
    const variable = this.variables && holdsVariable(value) ? ({ variable: true } as const) : undefined;
    this.add({ type: "string", from: this.at, to, text: value, raw, ...variable });
  }

  private stringInBrackets(): void {
    const { to } = scanString(this.text, this.at);
    const at = { from: this.at, to };
    this.skip(to - this.at, stringInBrackets(at, this.text.slice(at.from, at.to)));
  }

  /** Takes a variable together with the letters and digits that it is joined to, where they begin with `first`. */
  private variableFollows(first?: RegExp): boolean {
    if (!this.variables) return false;
    const start = first ? this.match(first) : this.at;
    let to = start === undefined ? undefined : scanVariable(this.text, start);
    if (to === undefined) return false;
    const joined = this.state === "braces" || this.bracketOpen ? wordOrNumber : metricPart;
    for (
      let next: number | undefined = to;
      next !== undefined;
      next = scanVariable(this.text, to) ?? this.match(joined, to)
    ) {
      to = next;
    }
    this.endDuration();
    this.add({ type: "variable", from: this.at, to, text: this.text.slice(this.at, to), variable: true });
    return true;
  }

  private comment(): void {
    const to = this.match(comment) ?? this.at + 1;
    this.comments.push({ from: this.at, to });
    this.at = to;
  }

  /** One problem for all that stays open: it lies at the innermost, and its fix closes everything. */
  private finish(): void {
    const to = this.text.length;
    const end = this.lexemes.at(-1)?.to ?? to;
    const foreign = this.parens.filter(({ instead }) => instead !== undefined);
    for (const { instead, ...at } of foreign.slice(0, maxProblems))
      if (instead) this.report(at, notParentheses(instead, { from: end, to: end }));
    const open: OpenBracket[] = this.parens.flatMap((at) => (at.instead ? [] : { at, what: "parenthesis" }));
    if (this.state === "braces") open.push({ at: this.brace, what: "brace" });
    else if (this.bracketOpen) open.push({ at: this.bracket, what: "bracket" });
    open.sort((a, b) => b.at.from - a.at.from);
    const [innermost] = open;
    if (innermost && this.openString === -1) {
      const { from, to } = innermost.at;
      this.report(
        { from, to },
        say.unclosed(
          open.map(({ what }) => what),
          end,
          this.state,
        ),
      );
    }
    this.unclosed = open.length > 0 || foreign.length > 0 || this.openString !== -1;
    this.at = to;
    this.push("end", to);
  }

  private unexpected(): void {
    const variableEnd = scanVariable(this.text, this.at);
    if (variableEnd !== undefined) {
      const length = variableEnd - this.at;
      return this.skip(length, say.variable(this.text.slice(this.at, variableEnd), this.state));
    }
    const char = this.character(this.at);
    const prompt = this.lexemes.length === 0 ? promptBefore(this.text) : undefined;
    if (prompt?.from === this.at) {
      const words = say.unexpectedCharacter(char, "", this.state);
      return this.skip(prompt.to - prompt.from, { ...words, ...leaveOutPrompt(this.text, prompt) });
    }
    if (char === "." && this.state === "ordinary" && this.methodCall()) return;
    if (this.state === "ordinary" && this.misread(this.misreadCharacter(char))) return;
    const words = say.unexpectedCharacter(char, this.character(this.at + char.length), this.state);
    const isLast = /[.?;]/.test(char) && this.match(space, this.at + 1) === this.text.length;
    this.skip(char.length, isLast ? { ...words, ...mending("Remove it", [{ ...this.span(1), insert: "" }]) } : words);
  }

  private misreadCharacter(char: string): Misread | undefined {
    const { text, at } = this;
    return (
      curlyString(text, at, "ordinary") ??
      typographicOperator(char, at) ??
      placeholder(text, at) ??
      (char === "." ? patternOutside(text, at, this.lexemes) : undefined)
    );
  }

  /** A function behind its selector, as in `x.rate()`; returns whether it is one. */
  private methodCall(): boolean {
    const call = methodCall(this.text, this.at, this.lexemes);
    if (!call) return false;
    this.report(call.at, call.words);
    this.at = call.to;
    return true;
  }

  /** Whether only a label can stand here: behind `by (`. */
  private isLabel(): boolean {
    const before = this.lexemes.at(-2);
    return this.lexemes.at(-1)?.type === "(" && before?.type === "keyword" && labelListKeywords.has(before.text);
  }

  /** Whether only a duration can stand here. */
  private isDuration(): boolean {
    const last = this.lexemes.at(-1);
    return this.bracketOpen || (last?.type === "keyword" && last.text === "offset");
  }

  private character(at: number): string {
    const code = this.text.codePointAt(at);
    return code === undefined ? "" : String.fromCodePoint(code);
  }

  private skip(length: number, words: Omit<Problem, "severity" | "at">): void {
    this.report(this.span(length), words);
    this.at += length;
  }

  private report(at: Span, words: Omit<Problem, "severity" | "at">): void {
    if (this.problems.length < maxProblems) this.problems.push({ severity: "error", at, ...words });
  }

  private startsNumber(char: string): boolean {
    return isDigit(char) || (char === "." && isDigit(this.text.charAt(this.at + 1)));
  }

  private span(length: number): Span {
    return { from: this.at, to: this.at + length };
  }

  private match(pattern: RegExp, from = this.at): number | undefined {
    pattern.lastIndex = from;
    return pattern.test(this.text) ? pattern.lastIndex : undefined;
  }

  private emit(type: LexemeType, length: number): void {
    this.push(type, this.at + length, type);
  }

  private push(type: LexemeType, to: number, text = this.text.slice(this.at, to), value?: number): void {
    this.add(value === undefined ? { type, from: this.at, to, text } : { type, from: this.at, to, text, value });
  }

  private add(lexeme: Lexeme): void {
    this.lexemes.push(this.problems.length > this.reported ? { ...lexeme, flawed: true } : lexeme);
    this.reported = this.problems.length;
    this.at = lexeme.to;
  }
}
