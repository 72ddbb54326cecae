import { goChar, shortened } from "./characters.js";
import type { Words } from "./lex-problems.js";
import { mending } from "./mending.js";
import type { Span } from "./problem.js";

/** Digits that go on as neither a number nor a duration; Prometheus reads them as far as `read`. */
export function neitherNumberNorDuration(from: number, text: string, read: string): Words {
  const meant = withUnit(text);
  const edits = [{ from, to: from + text.length, insert: meant ?? "" }];
  return {
    code: "bad-number",
    message: `\`${shortened(text)}\` is neither a number nor a duration`,
    help: /^[\d.]+[kKMGTP]i?[bB]?$/.test(text)
      ? "numbers have no units of size: write it out, as in `1e9` or `1024 ^ 3`"
      : "a duration has whole numbers with the units `y`, `w`, `d`, `h`, `m`, `s`, `ms`: `1h30m`",
    ...(meant && { fixes: [{ title: `Use \`${meant}\``, safety: "safe", edits }] }),
    prometheus: `bad number or duration syntax: ${JSON.stringify(read)}`,
  };
}

/** A word in brackets that is no function of durations, at `from`; `count` is the number before it. */
export function wordInBrackets(
  text: string,
  from: number,
  first: boolean,
  count: (Span & { text: string }) | undefined,
): Words {
  const char = goChar(text.charAt(0));
  const meant = count && (/^(?:ms|[smhdwy])$/.test(text) ? count.text + text : withUnit(count.text + text));
  const edits = count && [{ from: count.from, to: from + text.length, insert: meant ?? "" }];
  return {
    code: "bad-duration",
    message: `brackets hold a duration, and \`${shortened(text)}\` is none`,
    ...(meant === undefined || !edits
      ? {
          help: "write a number with a unit, `5m`; units are `ms`, `s`, `m`, `h`, `d`, `w`, `y`; labels stand in braces",
        }
      : mending("Write the unit right behind the number", edits)),
    prometheus: first
      ? `unexpected character in duration expression: ${char}`
      : `unexpected character: ${char}, expected ':'`,
  };
}

const longUnits: readonly (readonly [RegExp, string])[] = [
  [/^(?:ms|msecs?|millis|milliseconds?)$/, "ms"],
  [/^(?:secs?|seconds?)$/, "s"],
  [/^(?:mins?|minutes?)$/, "m"],
  [/^(?:hrs?|hours?)$/, "h"],
  [/^days?$/, "d"],
  [/^weeks?$/, "w"],
  [/^(?:yrs?|years?)$/, "y"],
];

/** A duration whose unit is written out or in capitals, as Prometheus wants it: `5min` is `5m`. `M` may be a month. */
function withUnit(text: string): string | undefined {
  const [, count = "", unit = ""] = /^(\d{1,9})([A-Za-z]+)$/.exec(text) ?? [];
  const short =
    longUnits.find(([names]) => names.test(unit.toLowerCase()))?.[1] ??
    (/^[SHDWY]$/.test(unit) ? unit.toLowerCase() : undefined);
  return short && count + short;
}

/** A number that a 64-bit float cannot hold, or that is written in no base. */
export function badNumber(text: string): Words {
  const tooGreat = Number(text.replaceAll("_", "")) === Infinity;
  const [message, help] = tooGreat
    ? [
        "is greater than any number that Prometheus can hold",
        "numbers are 64-bit floats: the greatest is about 1.8e308",
      ]
    : /^0x[\da-f_]+$/i.test(text)
      ? ["is greater than any hexadecimal number that Prometheus can hold", "write it as a decimal number"]
      : ["is no number", "write it like `15`, `1.5e3`, `1_000` or `0x1f`"];
  return {
    code: "bad-number",
    message: `\`${shortened(text)}\` ${message}`,
    help,
    prometheus: `error parsing number: strconv.ParseFloat: parsing ${JSON.stringify(text)}: ${tooGreat ? "value out of range" : "invalid syntax"}`,
  };
}

/** A duration with parts that are none, in the wrong order of units, or beyond 292 years. */
export function badDuration(text: string, mistake: "syntax" | "out-of-range"): Words {
  const base = { code: "bad-duration" };
  if (mistake === "out-of-range") {
    return {
      ...base,
      message: `\`${shortened(text)}\` is longer than Prometheus can hold`,
      help: "the longest duration is about 292 years",
      prometheus: "duration out of range",
    };
  }
  const unit = unknownUnit(text);
  const why =
    unit === undefined
      ? "each unit stands once, the longer before the shorter"
      : /^[._]$/.test(unit)
        ? "its numbers are whole"
        : `\`${unit}\` is no unit of time`;
  return {
    ...base,
    message: `\`${shortened(text)}\` is no duration: ${why}`,
    help: "use whole numbers with the units `y`, `w`, `d`, `h`, `m`, `s`, `ms` in this order: `1d12h`",
    prometheus:
      unit === undefined || text.startsWith(unit)
        ? `not a valid duration string: ${JSON.stringify(text)}`
        : `unknown unit ${JSON.stringify(unit)} in duration ${JSON.stringify(text)}`,
  };
}

const units = ["y", "w", "d", "h", "m", "s", "ms"];

/** The first unit that does not exist, unless one before it stands in the wrong order. */
function unknownUnit(duration: string): string | undefined {
  let last = -1;
  for (const [unit] of duration.matchAll(/\D+/g)) {
    const place = units.indexOf(unit);
    if (place === -1) return unit;
    if (place <= last) return undefined;
    last = place;
  }
  return undefined;
}
