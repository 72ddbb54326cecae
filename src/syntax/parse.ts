import { aggregatorInfo, isAggregator, type AggregatorName } from "../promql/aggregators.js";
import { foreignAggregation } from "../promql/foreign-aggregations.js";
import { functionInfo } from "../promql/functions.js";
import { functionKeywords, neverMetricNames } from "../promql/keywords.js";
import { operatorInfo, signPrecedence, type BinaryOperator } from "../promql/operators.js";
import { parameterCount } from "../promql/parameters.js";
import type { Expr, Grouping, Token } from "./ast.js";
import { Cursor, maxDepth, tokenOf, TooDeep } from "./cursor.js";
import { lex, type LexOptions } from "./lex.js";
import { binaryOperator, isGrouping, startsOperand } from "./lexeme-kinds.js";
import type { Lexeme } from "./lexeme.js";
import { isMiscounted, wrongCount } from "./mistakes/aggregation-arguments.js";
import { argumentInGrouping } from "./mistakes/argument-in-grouping.js";
import { isFiller, isForeignWord, isRangeWord } from "./mistakes/foreign-words.js";
import { groupedCall, startsGroupedCall } from "./mistakes/grouped-call.js";
import { readGroupingInWords } from "./mistakes/grouping-in-words.js";
import { groupingBehind, groupingInside } from "./mistakes/misplaced-grouping.js";
import { bracesBehind, furtherMatchers, matchersInParentheses, startsMatcher } from "./mistakes/misplaced-matchers.js";
import { rangeOfFunction } from "./mistakes/misplaced-range.js";
import { missingOperand } from "./mistakes/missing-operand.js";
import { besides, missingBefore } from "./mistakes/missing-operator.js";
import { missingParentheses, rangeReader, type Unparenthesised } from "./mistakes/missing-parentheses.js";
import { operatorInWords } from "./mistakes/operators-in-words.js";
import { withOwnMetric } from "./mistakes/own-metric.js";
import * as say from "./mistakes/parse-problems.js";
import { rangeTaker } from "./mistakes/range-of-expression.js";
import { requestBefore } from "./mistakes/requests.js";
import { singleEquals } from "./mistakes/single-equals.js";
import { splitName, type SplitName } from "./mistakes/split-names.js";
import { timeAhead } from "./mistakes/time-in-words.js";
import { parseGrouping, parseOperatorModifiers } from "./parse-labels.js";
import { parsePostfix, startsPostfix } from "./parse-postfix.js";
import { parseSelector } from "./parse-selector.js";
import { missing, type Frame, type Misnamed, type Operand, type Pending, type Prefix } from "./pending.js";
import type { Problem, Span } from "./problem.js";

/** What a query is read as. */
export interface Parsed {
  readonly text: string;
  /** With problems, the part of the tree that could be made out; `null` when there is none. */
  readonly expr: Expr | null;
  /** Why Prometheus cannot read the query, in the order of the text. */
  readonly problems: readonly Problem[];
}

/** How a query is read. */
export type ParseOptions = LexOptions;

/** Reads a query into a tree, as Prometheus 3.14 does. Never throws; takes time linear in the length of the text. */
export function parse(text: string, options: ParseOptions = {}): Parsed {
  const cursor = new Cursor(text, lex(text, options));
  const expr = parseWhole(cursor);
  const problems = cursor.problems.sort((a, b) => a.at.from - b.at.from);
  return { text, expr: expr ?? null, problems: withOwnMetric(problems, expr) };
}

function parseWhole(cursor: Cursor): Expr | undefined {
  if (cursor.peek().type === "end") {
    if (cursor.problems.length === 0) cursor.report(cursor.peek(), say.emptyQuery);
    return undefined;
  }
  try {
    return new ExpressionParser(cursor).run();
  } catch (error) {
    if (!(error instanceof TooDeep)) throw error;
    cursor.add({ severity: "error", at: error.at, ...say.tooDeep(maxDepth) });
    return undefined;
  }
}

/** An operator-precedence parser. Its stacks are its own, so that no query overflows the one of JavaScript. */
class ExpressionParser {
  private readonly cursor: Cursor;
  private readonly operands: Operand[] = [];
  private readonly pending: Pending[] = [];
  /** Whether the last operand is one; then a problem has been reported, and another would only follow from it. */
  private operandMissing = false;

  constructor(cursor: Cursor) {
    this.cursor = cursor;
  }

  run(): Expr | undefined {
    let wantsOperand = true;
    for (;;) {
      if (wantsOperand) {
        wantsOperand = this.operand();
        continue;
      }
      const next = this.afterOperand();
      if (next === "end") break;
      wantsOperand = next === "operand";
    }
    this.reduce(0);
    while (this.pending.length > 0) this.closeParenthesis();
    return this.operands[0]?.expr;
  }

  /** Reads the beginning of an operand; returns whether one is still wanted. */
  private operand(): boolean {
    const { cursor } = this;
    const lexeme = cursor.peek();
    const type: string = lexeme.type;
    switch (type) {
      case "+":
      case "-":
        this.open({ kind: "unary", op: tokenOf(cursor.next(), type) });
        return true;
      case "(":
        this.open({ kind: "paren", from: cursor.next().from });
        return true;
      case "number":
      case "duration":
      case "string":
        cursor.next();
        return this.complete(this.literal(lexeme));
      case "identifier":
        return this.name(cursor.next());
      case "metric-identifier":
      case "variable":
        cursor.next();
        if (lexeme.variable && cursor.peek().type === "(") return this.openCall(lexeme);
        return this.complete(parseSelector(cursor, lexeme));
      case "{":
        return this.complete(parseSelector(cursor, undefined));
      case "keyword":
        return this.keyword(lexeme);
      default:
        return this.missingOperand(lexeme);
    }
  }

  private name(name: Lexeme): boolean {
    const { cursor } = this;
    const split = splitName(cursor, name);
    if (split) return this.splitCall(name, split);
    const isFunction = functionInfo(name.text) !== undefined;
    if (isFunction && startsGroupedCall(cursor)) return this.groupedCall(tokenOf(name));
    if (isFunction && this.startsArgument()) return this.openPrefix(tokenOf(name));
    if (cursor.peek().type !== "(") return this.complete(parseSelector(cursor, name));
    if (isFunction || !startsMatcher(cursor, 1)) return this.openCall(name);
    const { at, words } = matchersInParentheses(cursor);
    this.report(at, words);
    const span = { from: name.from, to: cursor.last().to };
    return this.complete({ kind: "VectorSelector", span, metric: tokenOf(name), matchers: [] });
  }

  /** Whether what comes next can only be an argument whose parentheses are missing. */
  private startsArgument(): boolean {
    const { cursor } = this;
    const next = cursor.peek();
    if (next.type === "(" || next.type === "{" || !startsOperand(next)) return false;
    if (next.type === "identifier" && isForeignWord(next.text) && startsOperand(cursor.peek(1))) return false;
    return !binaryOperator(next) && !startsPostfix(cursor) && !cursor.atKeyword("by", "without");
  }

  private openPrefix(name: Token, more: Pick<Unparenthesised, "grouping" | "brackets"> = {}): true {
    const { cursor } = this;
    this.open({ kind: "prefix", name, found: cursor.peek(), params: [], ...more });
    while (cursor.peek().type === "identifier" && isFiller(cursor.peek().text) && startsOperand(cursor.peek(1)))
      cursor.next();
    return true;
  }

  private literal({ type, from, to, text, value = NaN }: Lexeme): Expr {
    const span = { from, to };
    if (type === "string") return { kind: "StringLiteral", span, value: text, text: this.cursor.source(span) };
    return { kind: "NumberLiteral", span, value, text, duration: type === "duration" };
  }

  private keyword(lexeme: Lexeme): boolean {
    const { cursor } = this;
    const { text } = lexeme;
    const after = cursor.peek(1);
    const called = after.type === "(";
    if (
      isAggregator(text) &&
      (called || (after.type === "keyword" && (after.text === "by" || after.text === "without")))
    ) {
      return this.openAggregation(tokenOf(cursor.next(), text));
    }
    if (called && functionKeywords.has(text)) return this.openCall(cursor.next());
    if (isAggregator(text)) {
      const name = cursor.next();
      const split = splitName(cursor, name);
      if (split) return this.splitCall(name, split);
      const inWords = readGroupingInWords(cursor);
      if (inWords) this.report(inWords.at, inWords.words);
      if (inWords) return this.openAggregation(tokenOf(name, text), inWords.grouping);
      return this.startsArgument() ? this.openPrefix(tokenOf(name, text)) : this.complete(parseSelector(cursor, name));
    }
    if (neverMetricNames.has(text)) return this.missingOperand(lexeme);
    if (called && isGrouping(lexeme) && this.pending.at(-1)?.kind === "aggregation") {
      this.misplacedGrouping(lexeme, cursor.last().from);
      return this.complete(undefined);
    }
    return this.complete(parseSelector(cursor, cursor.next()));
  }

  /** `max over time(…)`: the parenthesis comes behind some lexemes. */
  private splitCall(first: Lexeme, { name, at, lexemes, words, isChecked }: SplitName): boolean {
    for (let read = 0; read < lexemes; read++) this.cursor.next();
    if (!isAggregator(name))
      return this.openCall({ ...first, ...at, type: "identifier", text: name }, { at, words, isChecked });
    this.report(at, words([]));
    return this.openAggregation({ text: name, span: at });
  }

  /** `rate by (pod) (…)`. */
  private groupedCall(name: Token): boolean {
    const { cursor } = this;
    const found = cursor.peek();
    const grouping = parseGrouping(cursor, "misplaced");
    const words = (args: readonly Expr[]) => groupedCall(cursor, { name, found, grouping, args });
    return this.openCall({ ...found, ...name.span, type: "identifier", text: name.text }, { at: found, words });
  }

  private openCall(name: Lexeme, misnamed?: Misnamed): boolean {
    this.cursor.next();
    const token = name.type === "keyword" ? tokenOf(name, this.cursor.source(name)) : tokenOf(name);
    this.open({ kind: "call", name: token, args: [], ...(misnamed && { misnamed }) });
    return this.cursor.peek().type !== ")" || this.closeEmpty();
  }

  private openAggregation(op: Token<AggregatorName>, inWords?: Grouping): boolean {
    const { cursor } = this;
    const argument = argumentInGrouping(cursor);
    if (argument) {
      this.cursor.report(argument.at, argument.words);
      this.open({ kind: "aggregation", op, grouping: argument.grouping, args: [] });
      return true;
    }
    const grouping = cursor.atKeyword("by", "without") ? parseGrouping(cursor, "before") : inWords;
    if (this.startsArgument()) return this.openPrefix(op, grouping ? { grouping } : {});
    if (!cursor.take("(")) {
      const words = say.expected("`(` and what is aggregated", cursor.peek(), "aggregation");
      cursor.report(cursor.peek(), {
        ...words,
        help: `write it in parentheses: \`${op.text}${grouping ? ` ${cursor.source(grouping.span)} ` : ""}(METRIC)\``,
      });
      return this.complete(undefined);
    }
    this.open({ kind: "aggregation", op, grouping, args: [] });
    return cursor.peek().type !== ")" || this.closeEmpty();
  }

  /** `time()`: the parenthesis closes at once. */
  private closeEmpty(): false {
    this.cursor.next();
    const frame = this.pending.pop();
    if (frame && "args" in frame) this.close(frame);
    return false;
  }

  private missingOperand(lexeme: Lexeme): boolean {
    if (say.isPattern(lexeme)) this.report(lexeme, say.matcherOutsideBraces(lexeme));
    else if (!this.operandMissing) this.reportMissing();
    const joins = lexeme.type === ")" || lexeme.type === "," || lexeme.type === "end" || binaryOperator(lexeme);
    if (!joins) this.skip();
    return this.complete(undefined);
  }

  private reportMissing(): void {
    const top = this.pending.at(-1);
    const { at, words } = missingOperand(this.cursor, {
      args: top && "args" in top ? top.args.map(({ expr }) => expr) : undefined,
      isCompared: top?.kind === "binary",
    });
    if (words.code === "trailing-comma") this.cursor.report(at, words);
    else this.report(at, words);
  }

  /** Puts an operand on the stack, with what follows it directly; returns that no other is wanted. */
  private complete(expr: Expr | undefined, depth = 1): false {
    let whole = expr;
    let levels = depth;
    const frame = this.pending.at(-1);
    const caller = frame?.kind === "call" && frame.args.length === 0 ? frame.name : undefined;
    while (startsPostfix(this.cursor)) {
      whole = parsePostfix(this.cursor, whole, caller);
      if (++levels > maxDepth) throw new TooDeep(this.cursor.last());
    }
    this.operandMissing = whole === undefined;
    this.push(whole, levels);
    return false;
  }

  private afterOperand(): "operand" | "operator" | "end" {
    const { cursor } = this;
    const lexeme = cursor.peek();
    const op = binaryOperator(lexeme);
    if (op) return this.binary(op);
    const prefix = this.pending.at(-1);
    const more = prefix?.kind === "prefix" ? this.continuePrefix(prefix) : undefined;
    if (more) return more;
    const type: string = lexeme.type;
    switch (type) {
      case "end":
        return "end";
      case ")":
        return this.rightParenthesis();
      case ",":
        return this.comma();
      case "=":
        return this.equals(lexeme);
      default:
        return this.resume(lexeme) ?? this.unexpected(lexeme);
    }
  }

  private binary(op: BinaryOperator): "operand" {
    const lexeme = this.cursor.next();
    const next = this.cursor.peek();
    if (op === "<" && next.type === ">" && next.from === lexeme.to) {
      this.report(lexeme, say.foreignComparison({ from: lexeme.from, to: next.to }, "!=", "<op:>>"));
      this.cursor.next();
    }
    const { precedence, rightAssociative } = operatorInfo(op);
    this.reduce(rightAssociative ? precedence + 1 : precedence);
    this.open({ kind: "binary", op: tokenOf(lexeme, op), modifiers: parseOperatorModifiers(this.cursor) });
    return "operand";
  }

  private rightParenthesis(): "operator" {
    this.cursor.next();
    this.closeParenthesis();
    return "operator";
  }

  private comma(): "operand" | "operator" {
    const { cursor } = this;
    const comma = cursor.next();
    this.reduce(0);
    const frame = this.pending.at(-1);
    if (!frame || !("args" in frame)) {
      const { expr } = this.operands.at(-1) ?? missing;
      const words = {
        ...say.expected("an operator or the end", comma),
        help: "join the two with `or` to see both: a query is one expression",
      };
      const said = cursor.isSaid();
      const joined = expr && besides(cursor, expr);
      const braces = expr && cursor.peek().type === "{" && bracesBehind(cursor, expr);
      if (braces) {
        this.report(comma, { ...braces, prometheus: words.prometheus }, said);
        this.skip();
        return "operator";
      }
      this.report(comma, { ...words, ...joined }, said);
      if (joined) return "operator";
      this.operands.pop();
      return "operand";
    }
    frame.args.push(this.operands.pop() ?? missing);
    return "operand";
  }

  private equals(lexeme: Lexeme): "operand" | "operator" {
    const next = this.cursor.peek(1);
    const joined = next.from === lexeme.to && (next.type === ">" || next.type === "<");
    if (!joined) {
      const frame = this.pending.at(-1);
      const args = frame && "args" in frame ? frame.args.flatMap((arg) => arg.expr ?? []) : [];
      const more = args.length === 0 ? furtherMatchers(this.cursor) : 0;
      this.report(lexeme, singleEquals(this.cursor, lexeme, this.operands.at(-1)?.expr, { args, more }));
      if (more === 0) return this.binary("==");
      for (let read = 0; read < more + 2; read++) this.cursor.next();
      return "operator";
    }
    this.report(lexeme, say.foreignComparison({ from: lexeme.from, to: next.to }, `${next.type}=`, '"="'));
    this.cursor.next();
    return this.binary(`${next.type}=`);
  }

  /** Goes on as with what was meant, where that is plain: an operator in words, words that ask for a result, a function. */
  private resume(lexeme: Lexeme): "operand" | "operator" | undefined {
    const { cursor } = this;
    const { expr } = this.operands.at(-1) ?? missing;
    const operator = operatorInWords(cursor);
    if (operator) {
      this.report(lexeme, operator.words);
      for (let read = 1; read < operator.lexemes; read++) cursor.next();
      return this.binary(operator.op);
    }
    const request = requestBefore(cursor, expr);
    if (request) {
      this.report(request.at, request.words);
      for (let read = 0; read < request.lexemes && cursor.peek().type !== "end"; read++) cursor.next();
      this.operands.pop();
      if (request.lexemes === Infinity) this.operands.push(missing);
      return request.lexemes === Infinity ? "operator" : "operand";
    }
    return startsOperand(lexeme) && lexeme.type !== "{" && expr ? this.namedFunction(lexeme, expr) : undefined;
  }

  /** A function that was taken for a metric: `average up`, `rate[5m](up)`. */
  private namedFunction(lexeme: Lexeme, expr: Expr): "operand" | "operator" | undefined {
    const { cursor } = this;
    const selector = expr.kind === "RangeSelector" ? expr.vector : expr;
    if (selector.kind !== "VectorSelector" || selector.braces || !selector.metric) return undefined;
    const { text, span } = selector.metric;
    if (expr.kind !== "RangeSelector") {
      const isWord = lexeme.type === "identifier" && (isRangeWord(lexeme.text) || isForeignWord(lexeme.text));
      const meant = foreignAggregation(text);
      if (meant === undefined || isWord || lexeme.type === "(") return undefined;
      this.operands.pop();
      this.openPrefix({ text: meant, span });
      return "operand";
    }
    if (!isAggregator(text) && !functionInfo(text)) return undefined;
    this.operands.pop();
    const { brackets } = expr;
    const name = { text, span };
    if (lexeme.type !== "(") {
      this.openPrefix(name, { brackets });
      return "operand";
    }
    cursor.next();
    const words = (args: readonly Expr[]) => rangeOfFunction(cursor, name, brackets, args, lexeme);
    this.open({ kind: "call", name, args: [], misnamed: { at: brackets, words } });
    if (cursor.peek().type !== ")") return "operand";
    this.closeEmpty();
    return "operator";
  }

  private unexpected(lexeme: Lexeme): "operator" {
    const { cursor } = this;
    const { to } = cursor.last();
    this.reduce(Infinity);
    const isGroup = lexeme.type === "keyword" && lexeme.text === "group" && isGrouping(cursor.peek(1));
    if (isGrouping(lexeme) || isGroup) {
      this.misplacedGrouping(isGroup ? cursor.next() : lexeme, to);
      return "operator";
    }
    const left = this.operands.at(-1)?.expr;
    const frame = this.pending.at(-1);
    const name = frame?.kind === "call" ? frame.name : frame?.kind === "aggregation" ? frame.op : undefined;
    const taker = name && frame && "args" in frame ? { name, args: frame.args.length } : undefined;
    const said = cursor.isSaid() || (lexeme.type === "(" && isMiscounted(cursor, left));
    const words = say.isPattern(lexeme) ? say.matcherOutsideBraces(lexeme) : missingBefore(cursor, { left, taker });
    this.report(lexeme, words, said);
    this.skip();
    if (words.code === "range-of-expression" && left && rangeTaker(left)) {
      this.operands.pop();
      this.push(undefined, 0);
    }
    return "operator";
  }

  /** Grouping that stands elsewhere than before or behind the parentheses of its aggregation; the keyword comes next. */
  private misplacedGrouping(found: Lexeme, from: number): void {
    const { cursor } = this;
    const grouping = parseGrouping(cursor, "misplaced");
    const around = this.pending.findLast((pending) => pending.kind === "aggregation");
    const misplaced = { found, grouping, from };
    const words =
      around && !around.grouping
        ? groupingInside(cursor, misplaced, around.op.span)
        : groupingBehind(cursor, misplaced, this.operands.at(-1)?.expr);
    if (!found.flawed) this.report(found, words);
    this.skip();
  }

  /** Goes on to where an expression can continue: an operator, a comma or parenthesis of the same level, or the end. */
  private skip(): void {
    const { cursor } = this;
    for (let depth = 0; ; cursor.next()) {
      const lexeme = cursor.peek();
      if (lexeme.type === "end") return;
      if (depth === 0 && (lexeme.type === ")" || lexeme.type === "," || binaryOperator(lexeme))) return;
      if (lexeme.type === "(" || lexeme.type === "{" || lexeme.type === "[") depth += 1;
      if (lexeme.type === ")" || lexeme.type === "}" || lexeme.type === "]") depth -= 1;
      if (depth < 0) depth = 0;
    }
  }

  /** Completes what waits above the innermost open parenthesis and binds at least as tightly as `precedence`. */
  private reduce(precedence: number): void {
    for (;;) {
      const top = this.pending.at(-1);
      if (top?.kind === "prefix") {
        this.pending.pop();
        this.reducePrefix(top);
      } else if (top?.kind === "unary") {
        if (signPrecedence < precedence) return;
        this.pending.pop();
        this.reduceUnary(top.op);
      } else if (top?.kind === "binary") {
        if (operatorInfo(top.op.text).precedence < precedence) return;
        this.pending.pop();
        this.reduceBinary(top);
      } else return;
    }
  }

  /** Reads on where parentheses are missing: a grouping, a further argument, or the length of a time. */
  private continuePrefix(prefix: Prefix): "operand" | "operator" | undefined {
    const { cursor } = this;
    const { name, grouping, params } = prefix;
    const next = cursor.peek();
    const takesGrouping = isAggregator(name.text) && !grouping;
    if (!takesGrouping && cursor.atKeyword("by", "without") && this.pending.at(-2)?.kind === "prefix") {
      this.pending.pop();
      this.reducePrefix(prefix);
      return "operator";
    }
    if (takesGrouping && cursor.atKeyword("by", "without")) {
      this.pending.pop();
      this.pending.push({ ...prefix, grouping: parseGrouping(cursor, "after") });
      return "operator";
    }
    const operand = this.operands.at(-1);
    const time = operand?.expr?.kind === "VectorSelector" && rangeReader(name.text) ? timeAhead(cursor) : undefined;
    if (operand && time && !time.ago && !prefix.time && !prefix.brackets && !grouping) {
      for (let read = 0; read < time.lexemes; read++) cursor.next();
      this.pending.pop();
      this.pending.push({
        ...prefix,
        time: { from: operand.expr?.span.to ?? time.to, to: time.to, duration: time.duration },
      });
      return "operator";
    }
    const isLiteral = operand?.expr?.kind === "NumberLiteral" || operand?.expr?.kind === "StringLiteral";
    if (!operand || !isLiteral || !startsOperand(next) || params.length + 1 >= parameterCount(name.text))
      return undefined;
    this.operands.pop();
    this.pending.pop();
    this.pending.push({ ...prefix, params: [...params, operand] });
    return "operand";
  }

  private reducePrefix(prefix: Prefix): void {
    const { cursor } = this;
    const { name, found, grouping, brackets, params } = prefix;
    const operands = [...params, this.operands.pop() ?? missing];
    const args = operands.flatMap(({ expr }) => expr ?? []);
    const depth = operands.reduce((most, arg) => Math.max(most, arg.depth), 0) + 1;
    const words = missingParentheses(cursor, prefix, args);
    const inside = grouping?.position === "before" || this.isInAggregation() ? " in aggregation" : "";
    const { from, to } = brackets ?? found;
    cursor.add({ severity: "error", at: { from, to }, ...words, prometheus: words.prometheus + inside });
    const [first, second] = args;
    const span = { from: name.span.from, to: cursor.last().to };
    if (!isAggregator(name.text)) return this.push({ kind: "Call", span, name, args }, depth);
    const op = { ...name, text: name.text };
    const expr = second ?? first;
    const param = second && first;
    this.push(
      expr && { kind: "Aggregation", span, op, ...(param && { param }), expr, ...(grouping && { grouping }) },
      depth,
    );
  }

  private reduceUnary(op: Token<"+" | "-">): void {
    const { expr, depth } = this.operands.pop() ?? missing;
    if (!expr) return void this.operands.push(missing);
    const span = { from: op.span.from, to: expr.span.to };
    if (expr.kind !== "NumberLiteral") {
      this.push({ kind: "Unary", span, op, expr }, depth + 1);
      return;
    }
    const value = op.text === "-" ? -expr.value : expr.value;
    this.push({ ...expr, span, value, text: this.cursor.source(span) }, depth);
  }

  private reduceBinary({ op, modifiers }: Extract<Pending, { kind: "binary" }>): void {
    const right = this.operands.pop() ?? missing;
    const left = this.operands.pop() ?? missing;
    if (!left.expr || !right.expr) return void this.operands.push(left.expr ? left : right);
    const span = { from: left.expr.span.from, to: right.expr.span.to };
    const depth = Math.max(left.depth, right.depth + 1);
    this.push({ kind: "Binary", span, op, left: left.expr, right: right.expr, ...modifiers }, depth);
  }

  private closeParenthesis(): void {
    this.reduce(0);
    const frame = this.pending.pop();
    const operand = this.operands.pop() ?? missing;
    if (frame && "args" in frame) {
      frame.args.push(operand);
      this.close(frame);
    } else if (frame?.kind === "paren" && operand.expr) {
      const span = { from: frame.from, to: this.cursor.last().to };
      this.complete({ kind: "Paren", span, expr: operand.expr }, operand.depth + 1);
    } else {
      this.complete(undefined);
    }
  }

  private close(frame: Extract<Frame, { args: unknown }>): void {
    const depth = frame.args.reduce((most, arg) => Math.max(most, arg.depth), 0) + 1;
    const args = frame.args.flatMap(({ expr }) => (expr ? [expr] : []));
    if (frame.kind === "aggregation") {
      this.complete(this.aggregation(frame, args), depth);
      return;
    }
    const { name, misnamed } = frame;
    const span = { from: name.span.from, to: this.cursor.last().to };
    if (misnamed?.isChecked) this.cursor.report(misnamed.at, misnamed.words(args));
    else if (misnamed) this.report(misnamed.at, misnamed.words(args));
    this.complete({ kind: "Call", span, name, args }, depth);
  }

  private aggregation(frame: Extract<Frame, { kind: "aggregation" }>, args: readonly Expr[]): Expr | undefined {
    const { cursor } = this;
    const { op } = frame;
    const after = !frame.grouping && cursor.atKeyword("by", "without") ? parseGrouping(cursor, "after") : undefined;
    const grouping = frame.grouping ?? after;
    const span = { from: op.span.from, to: cursor.last().to };
    const wanted = aggregatorInfo(op.text).param ? 2 : 1;
    if (frame.args.length !== wanted && !cursor.hasProblemIn(span)) {
      cursor.report(span, wrongCount(cursor, { op, args, span, wanted, isGrouped: grouping !== undefined }));
    }
    const param = args.length > 1 ? args[0] : undefined;
    const expr = args[1] ?? args[0];
    return expr && { kind: "Aggregation", span, op, ...(param && { param }), expr, ...(grouping && { grouping }) };
  }

  /** Prometheus says of every misplaced token inside an aggregation that it lies there, if its lexer takes it. */
  private report(at: Lexeme | Span, words: say.Words, said = this.cursor.isSaid()): void {
    const inside = this.isInAggregation() && !("type" in at && say.isPattern(at)) ? " in aggregation" : "";
    this.cursor.report(at, { ...words, prometheus: words.prometheus + inside }, said);
  }

  private isInAggregation(): boolean {
    return this.pending.some(({ kind }) => kind === "aggregation");
  }

  private open(pending: Pending): void {
    this.pending.push(pending);
    if (this.pending.length > maxDepth) throw new TooDeep(this.cursor.last());
  }

  private push(expr: Expr | undefined, depth: number): void {
    if (depth > maxDepth) throw new TooDeep(this.cursor.last());
    this.operands.push(expr ? { expr, depth } : missing);
  }
}
