import { durationUnits, type DurationMistake } from "../../promql/durations.js";
import { unitOf } from "../../promql/unit-words.js";
import { goChar, shortened } from "../characters.js";
import type { Span } from "../problem.js";
import { isRangeWord } from "./foreign-words.js";
import type { Words } from "./lex-problems.js";
import { mending } from "./mending.js";
import { inWholeNumbers, withUnit } from "./units.js";

/**
 * Digits that go on as neither a number nor a duration; Prometheus reads them as far as `read`. Where only a duration can
 * stand, `isDuration`, a million is none.
 */
export function neitherNumberNorDuration(from: number, text: string, read: string, isDuration: boolean): Words {
  const prometheus = `bad number or duration syntax: ${JSON.stringify(read)}`;
  const code = "bad-number";
  const minutes = isDuration && /^\d{1,9}M$/.test(text) ? text.toLowerCase() : undefined;
  const meant = minutes ?? withUnit(text);
  if (meant !== undefined) {
    const [, word = ""] = /^\d+(\D+)$/.exec(text) ?? [];
    const { unit, name } = unitOf(minutes === undefined ? word : "m") ?? { unit: word, name: word };
    const edits = [{ from, to: from + text.length, insert: meant }];
    return {
      code,
      message: `\`${word}\` is no unit of time: ${name} are written \`${unit}\``,
      ...mending(`Use \`${meant}\``, edits, minutes === undefined ? "safe" : "suggestion"),
      prometheus,
    };
  }
  return {
    code,
    message: `\`${shortened(text)}\` is neither a number nor a duration`,
    help: helpOf(text, isDuration),
    prometheus,
  };
}

function helpOf(text: string, isDuration: boolean): string {
  const [, percent] = /^(\d{1,9})(?:percent|percentage|pct)$/i.exec(text) ?? [];
  if (percent !== undefined && !isDuration)
    return `write the number alone, \`${percent}\`, or a ratio, \`${Number(percent) / 100}\``;
  return !isDuration && /^[\d.]+[kKMGTP]i?[bB]?$/.test(text)
    ? "numbers have no units of size: write it out, as in `1e9` or `1024 ^ 3`"
    : "a duration has whole numbers with the units `y`, `w`, `d`, `h`, `m`, `s`, `ms`: `1h30m`";
}

/** What is said of a value, such as an address, where a label belongs: `by (10.0.0.1:9100)`. */
export const valueForLabel = {
  message: "the name of a label stands here, and this is a value of one",
  help: 'name the label, such as `by (instance)`; one value is selected in braces: `{instance="10.0.0.1:9100"}`',
};

/** A word in brackets that is no function of durations, with the space around it; `count` is the number before it. */
export function wordInBrackets(
  { text, from }: { readonly text: string; readonly from: number },
  spaced: Span,
  first: boolean,
  count: (Span & { text: string }) | undefined,
): Words {
  const char = goChar(text.charAt(0));
  const [, unit = "", number = ""] = /^([A-Za-z]+)(\d+)$/.exec(text) ?? [];
  const meant = withUnit(count ? count.text + text : number + unit);
  const edits = [{ from: count?.from ?? from, to: from + text.length, insert: meant ?? "" }];
  return {
    code: "bad-duration",
    message: `brackets hold a duration, and \`${shortened(text)}\` is none`,
    ...(isTimeWord(text)
      ? mending("Leave it out: a range ends now", [{ ...spaced, insert: "" }])
      : meant === undefined
        ? {
            help: "write a number with a unit, `5m`; units are `ms`, `s`, `m`, `h`, `d`, `w`, `y`; labels stand in braces",
          }
        : mending("Write the unit right behind the number", edits)),
    prometheus: first
      ? `unexpected character in duration expression: ${char}`
      : `unexpected character: ${char}, expected ':'`,
  };
}

/** Whether a word in brackets says what every range is: `[last 5m]`, `[5m ago]`. */
function isTimeWord(text: string): boolean {
  return isRangeWord(text) || text === "ago" || text === "the";
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

/** A duration with parts that are none, in the wrong order of units, or beyond 292 years; it begins at `from`. */
export function badDuration(from: number, text: string, mistake: DurationMistake): Words {
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
  const whole = inWholeNumbers(text);
  const why =
    unit === undefined
      ? "each unit stands once, the longer before the shorter"
      : /^[._]$/.test(unit)
        ? "its numbers are whole"
        : `\`${unit}\` is no unit of time`;
  return {
    ...base,
    message: `\`${shortened(text)}\` is no duration: ${why}`,
    ...(whole === undefined
      ? { help: "use whole numbers with the units `y`, `w`, `d`, `h`, `m`, `s`, `ms` in this order: `1d12h`" }
      : mending(`Use \`${whole}\``, [{ from, to: from + text.length, insert: whole }])),
    prometheus:
      unit === undefined || text.startsWith(unit)
        ? `not a valid duration string: ${JSON.stringify(text)}`
        : `unknown unit ${JSON.stringify(unit)} in duration ${JSON.stringify(text)}`,
  };
}

/** The first unit that does not exist, unless one before it stands in the wrong order. */
function unknownUnit(duration: string): string | undefined {
  let last = -1;
  for (const [unit] of duration.matchAll(/\D+/g)) {
    const place = durationUnits.findIndex(([known]) => known === unit);
    if (place === -1) return unit;
    if (place <= last) return undefined;
    last = place;
  }
  return undefined;
}
