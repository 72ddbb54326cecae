import { scanString } from "../../syntax/scan.js";

const comment = /#[^\r\n]*/y;

/** A query of the same length in which strings hold `_` alone and comments are space, so that patterns read neither. */
export function blanked(text: string): string {
  let result = "";
  for (let at = 0; at < text.length;) {
    const char = text.charAt(at);
    if (char === "#") {
      comment.lastIndex = at;
      const [all = char] = comment.exec(text) ?? [];
      result += " ".repeat(all.length);
      at += all.length;
    } else if (char === '"' || char === "'" || char === "`") {
      const { to, closed } = scanString(text, at);
      result += char + "_".repeat(to - at - (closed ? 2 : 1)) + (closed ? char : "");
      at = to;
    } else {
      result += char;
      at += 1;
    }
  }
  return result;
}
