import { visible } from "../report/visible.js";

/** A text of several lines, in which nothing hides: control characters and the like are written as `\u{1b}`. */
export function visibleLines(text: string): string {
  return text.split("\n").map(visible).join("\n");
}
