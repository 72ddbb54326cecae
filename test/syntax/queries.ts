import fc from "fast-check";

/** Pieces of queries. */
export const pieces: readonly string[] = (
  "up a:b job sum by without rate topk on ignoring group_left group_right bool offset @ start end step range min_of " +
  "anchored smoothed fill( and or unless atan2 inf nan ( ) { } [ ] [5m] [1h:5m] (job) {a='b'} , : + - * / % ^ = == " +
  "!= =~ !~ < <= > >= </ >/ 1 .5 5. 0x1f 1e3 1e 5m 1h30m 5mm 'x' \"y\" `z` \" ' ` \\ # $x ${y:z} [[w]] $ ! & é \u2028 \ud800"
).split(" ");

/** Any text, and pieces of queries in any order. */
export const anyText = fc.oneof(
  fc.string({ unit: "binary", maxLength: 200 }),
  fc
    .array(fc.oneof(fc.constantFrom(...pieces, "\n", "\r", "\t"), fc.string({ maxLength: 2 })), { maxLength: 30 })
    .chain((parts) => fc.constantFrom("", " ").map((space) => parts.join(space))),
);

const name = fc.constantFrom("up", "a:b", "offset", "sum", "node_load1", "inf_total", "start");
const label = fc.constantFrom("job", "on", "le", "'a.b'", "by");
const text = fc
  .string({ unit: "grapheme", maxLength: 5 })
  .map((value) => JSON.stringify(value.replace(/\uFFFD|\p{Surrogate}/gu, "")));
/** Without `Inf`, which is printed with a sign: `Inf ^ 2` as `+Inf ^ 2`, which is read as `+(Inf ^ 2)`. */
const number = fc.constantFrom("1", "0", ".5", "1e3", "0x1f", "5m", "1h30m", "NaN", "1_000", "0755");
const length = fc.constantFrom(
  "5m",
  "300",
  "1d12h",
  "90s",
  "1500ms",
  "5m + 1m",
  "2 * (1h - 5m)",
  "step()",
  "max_of(1m, step())",
  "-(-5m)",
);
/** A step is read only where a number stands before it. */
const lengthBeforeStep = length.filter((range) => range !== "step()");
const sign = fc.constantFrom("", "", "-");
const list = (labels: readonly string[]) => `(${labels.join(", ")})`;

const matcher = fc
  .tuple(fc.constantFrom("job", "'a.b'", "le"), fc.constantFrom("=", "!=", "=~", "!~"), text)
  .map((parts) => parts.join(""));
const shift = fc.oneof(
  fc.constant(""),
  fc.tuple(sign, fc.constantFrom("5m", "300", "step()")).map(([minus, time]) => ` offset ${minus}${time}`),
  fc.constantFrom(" @ 1609746000", " @ end()", " @ 1.5 offset 5m"),
);
const selector = fc
  .tuple(name, fc.array(matcher, { maxLength: 3 }), fc.boolean())
  .map(([metric, matchers, braces]) => metric + (braces || matchers.length > 0 ? `{${matchers.join(",")}}` : ""));
const modified = fc.tuple(selector, shift).map((parts) => parts.join(""));
const ranged = fc.tuple(selector, length, shift).map(([vector, range, after]) => `${vector}[${range}]${after}`);

/** Queries that the parser accepts, of any shape; the types of their values need not fit. */
export const query: fc.Arbitrary<string> = fc.letrec<{ expr: string; atom: string }>((tie) => ({
  atom: fc.oneof(
    { maxDepth: 4, depthIdentifier: "query" },
    modified,
    fc.oneof(number, text, ranged, fc.constant("(up offset (5m * 2) - 1m)")),
    tie("expr").map((expr) => `(${expr})`),
    fc
      .tuple(fc.constantFrom("rate", "label_replace", "nope"), fc.array(tie("expr"), { maxLength: 3 }))
      .map(([call, args]) => call + list(args)),
    fc
      .tuple(
        fc.constantFrom("sum", "MAX", "count"),
        fc.constantFrom("", " by ", " without "),
        fc.array(label, { minLength: 1, maxLength: 2 }),
        tie("expr"),
      )
      .map(([op, mode, labels, expr]) => `${op}${mode === "" ? "" : mode + list(labels)} (${expr})`),
    fc.tuple(tie("expr"), tie("expr")).map(([param, expr]) => `topk(${param}, ${expr})`),
    fc
      .tuple(tie("atom"), lengthBeforeStep, fc.oneof(fc.constant(""), length), shift)
      .map(([expr, range, step, after]) => `${expr}[${range}:${step}]${after}`),
  ),
  expr: fc.oneof(
    { maxDepth: 4, depthIdentifier: "query" },
    tie("atom"),
    tie("atom").map((atom) => `-${atom}`),
    fc
      .tuple(
        tie("expr"),
        fc.constantFrom("+", "-", "*", "/", "%", "^", "==", "> bool", "</", "and", "or", "unless", "atan2"),
        matching(),
        tie("expr"),
      )
      .map(([left, op, on, right]) => `${left} ${op}${on} ${right}`),
  ),
})).expr;

function matching(): fc.Arbitrary<string> {
  const labels = fc.array(label, { maxLength: 2 }).map(list);
  return fc.oneof(
    fc.constant(""),
    labels.map((on) => ` on ${on}`),
    fc.tuple(labels, labels).map(([on, include]) => ` ignoring ${on} group_left ${include}`),
    fc.constantFrom(" on () fill (0)", " fill_left (-1)"),
  );
}
