import fc from "fast-check";
import { randomFile, type RandomFile } from "./random-files.js";

/** Bytes that mean something to YAML, JSON, Markdown, Helm or PromQL, or that no text should have. */
const bytes = fc.constantFrom(
  ...["\n", "\r\n", "\r", "\t", " ", "  ", "\ufeff", "\u2028", "\u00a0", "\x00", "\x07", "\x1b[2J", "\x7f", "\x85"],
  ...["\ud83d", "😀", "\u202e", "'", '"', "\\", "\\u0041", "`", "#", ":", ": ", "-", "- ", "?", "&a ", "*a", "<<: "],
  ...["!!str ", "|", ">-", "%", "@", "{", "}", "[", "]", "(", ")", ",", "{{ .x }}", "{{", "}}", "{{- end }}", "$x"],
  ...["---\n", "...\n", "```\n", "> ", "<!--", "\n# promql-lint-disable\n", "\n# promql-lint-disable-next-line x\n"],
  ...["expr: up\n", '"expr":"up[5m]",', "kind: List\n", "rules:\n", "null", "=~", "5m", "@ "],
);

type Mutation = (text: string) => string;

/** Somewhere in a text, whatever its length. */
const share = fc.double({ min: 0, max: 1, noNaN: true });
const at = (text: string, place: number): number => Math.floor(place * text.length);

const mutation: fc.Arbitrary<Mutation> = fc.oneof(
  { weight: 4, arbitrary: fc.tuple(share, bytes).map(([place, insert]) => edited(place, 0, insert)) },
  { weight: 3, arbitrary: fc.tuple(share, fc.integer({ min: 1, max: 12 })).map(([place, n]) => edited(place, n, "")) },
  { weight: 2, arbitrary: fc.tuple(share, bytes).map(([place, insert]) => edited(place, 1, insert)) },
  { weight: 1, arbitrary: fc.tuple(share, share).map(([from, to]) => swapped(from, to)) },
  {
    weight: 3,
    arbitrary: fc
      .tuple(share, share, fc.constantFrom("copy", "move", "remove", "indent", "outdent", "join"))
      .map(([from, to, how]) => linesChanged(from, to, how)),
  },
  { weight: 1, arbitrary: share.map((place) => (text: string) => text.slice(0, at(text, place))) },
  {
    weight: 1,
    arbitrary: fc.constantFrom<Mutation>(
      (text) => `\ufeff${text}`,
      (text) => text.replaceAll("\n", "\r\n"),
      (text) => text.replaceAll("\n", "\r"),
      (text) => text.replaceAll("  ", "\t"),
      (text) => text.replaceAll("'", '"'),
      (text) => text + text,
    ),
  },
);

function edited(place: number, length: number, insert: string): Mutation {
  return (text) => text.slice(0, at(text, place)) + insert + text.slice(at(text, place) + length);
}

function swapped(from: number, to: number): Mutation {
  return (text) => {
    const [a, b] = [at(text, from), at(text, to)].toSorted((x, y) => x - y);
    if (a === undefined || b === undefined || a === b) return text;
    return text.slice(0, a) + text.charAt(b) + text.slice(a + 1, b) + text.charAt(a) + text.slice(b + 1);
  };
}

function linesChanged(from: number, to: number, how: string): Mutation {
  return (text) => {
    const lines = text.split("\n");
    const [k, other] = [Math.floor(from * lines.length), Math.floor(to * lines.length)];
    const line = lines[k] ?? "";
    if (how === "copy") lines.splice(other, 0, line);
    else if (how === "move") lines.splice(other, 0, ...lines.splice(k, 1));
    else if (how === "remove") lines.splice(k, 1);
    else if (how === "join") lines.splice(k, 2, line + (lines[k + 1] ?? ""));
    else lines[k] = how === "indent" ? `  ${line}` : line.replace(/^ {1,2}/, "");
    return lines.join("\n");
  };
}

/** Well-formed files of all kinds, to which one to four accidents have happened. */
export const mutatedFile: fc.Arbitrary<RandomFile> = fc
  .tuple(randomFile, fc.array(mutation, { minLength: 1, maxLength: 4 }))
  .map(([{ path, text }, mutations]) => ({ path, text: mutations.reduce((changed, mutate) => mutate(changed), text) }));
