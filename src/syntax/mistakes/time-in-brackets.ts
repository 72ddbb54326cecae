import { parseDuration } from "../../promql/durations.js";
import { unitOf } from "../../promql/unit-words.js";
import { goChar } from "../characters.js";
import { isFiller, isRangeWord } from "./foreign-words.js";
import { mending } from "./mending.js";
import type { Misread } from "./misread.js";

const words = /[A-Za-z]+(?:[ \t]+[A-Za-z]+){0,2}(?=\s*[\]:])/y;

/** A unit of time without a number in brackets: `up[last hour]`, `up[hour]`; `from` is where the words begin. */
export function unitAlone(text: string, from: number): Misread | undefined {
  words.lastIndex = from;
  const [all = ""] = words.exec(text) ?? [];
  const given = all.split(/[ \t]+/);
  const word = given.at(-1) ?? "";
  const unit = unitOf(word);
  if (!unit || word.length < 3 || !given.slice(0, -1).every((each) => isRangeWord(each) || isFiller(each)))
    return undefined;
  const duration = `1${unit.unit}`;
  const at = { from, to: from + all.length };
  return {
    at,
    words: {
      code: "bad-duration",
      message: `brackets hold a duration, and \`${all}\` is none`,
      ...mending(`Use \`${duration}\``, [{ ...at, insert: duration }]),
      prometheus: `unexpected character in duration expression: ${goChar(all.charAt(0))}`,
    },
    to: at.to,
    meant: [{ type: "duration", ...at, text: duration, value: Number(parseDuration(duration)) }],
  };
}
