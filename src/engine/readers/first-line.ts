/** The first line of a text of commands that is neither empty nor a comment, without the blanks around it; empty where none is. */
export function firstLine(text: string): string {
  for (let from = 0; from < text.length;) {
    const end = text.indexOf("\n", from);
    const to = end === -1 ? text.length : end;
    // A byte order mark counts as a blank.
    const line = text.slice(from, to).trim();
    if (line !== "" && !line.startsWith("#")) return line;
    from = to + 1;
  }
  return "";
}
