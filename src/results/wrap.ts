import { cells } from "../report/cells.js";

/** A text on lines of at most `width` columns: broken at blanks, and within a word that is longer than a line. */
export function wrapped(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  let line = { text: "", width: 0 };
  const finish = (): void => {
    if (line.text !== "") lines.push(line.text.trimEnd());
    line = { text: "", width: 0 };
  };
  for (const word of text.split(/(?<= )/)) {
    const characters = cells(word);
    const needed = characters.reduce((sum, cell) => sum + cell.width, 0) - (word.endsWith(" ") ? 1 : 0);
    if (line.width + needed > width) finish();
    for (const { shown, width: columns } of characters) {
      if (line.width + columns > width) {
        finish();
        if (shown === " ") continue;
      }
      line = { text: line.text + shown, width: line.width + columns };
    }
  }
  finish();
  return lines;
}
