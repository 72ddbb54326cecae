/** Numbers as texts of one length, with their decimal points below each other. */
export function alignedNumbers(texts: readonly string[]): readonly string[] {
  const parts = texts.map((text) => {
    const point = text.search(/[.e ]/);
    return point < 0 ? [text, ""] : [text.slice(0, point), text.slice(point)];
  });
  const before = longest(parts.map(([whole = ""]) => whole));
  const after = longest(parts.map(([, rest = ""]) => rest));
  return parts.map(([whole = "", rest = ""]) => {
    const [left, right] = [before - whole.length, after - rest.length];
    return `${" ".repeat(left)}${whole}${rest}${" ".repeat(right)}`;
  });
}

function longest(texts: readonly string[]): number {
  return texts.reduce((most, { length }) => Math.max(most, length), 0);
}
