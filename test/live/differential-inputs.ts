import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { loadCatalogue } from "../../src/catalogue/load.js";
import { isObject } from "../../src/prometheus/shape.js";

/** Queries of the pages, the catalogue, Prometheus' own parser cases and real projects, each once. */
export async function knownQueries(): Promise<readonly string[]> {
  const { PROMQL_CONFORMANCE: conformance, PROMQL_CORPUS: corpus } = process.env;
  const queries = [
    ...fencedQueries(),
    ...(await catalogueQueries()),
    ...(conformance ? fieldOf(join(conformance, "parser.jsonl"), "input") : []),
    ...(corpus ? fieldOf(join(corpus, "expressions.jsonl"), "expr") : []),
  ];
  return [...new Set(queries)].filter(isWellFormed);
}

/** Whether a text can be sent as UTF-8. */
function isWellFormed(text: string): boolean {
  return !/\p{Surrogate}/u.test(text);
}

function fencedQueries(): string[] {
  const pages = ["rules", "docs"].flatMap((folder) => readdirSync(folder).map((name) => join(folder, name)));
  return pages
    .filter((page) => page.endsWith(".md"))
    .flatMap((page) => [...readFileSync(page, "utf8").matchAll(/^```promql[^\n]*\n([^]*?)\n```$/gm)])
    .map(([, query = ""]) => query);
}

async function catalogueQueries(): Promise<string[]> {
  const folder = "examples/catalogue";
  const files = readdirSync(folder).map((name) => join(folder, name));
  const loaded = await Promise.all(files.map((file) => loadCatalogue(file, readFileSync(file, "utf8"))));
  return loaded.flatMap(({ entries }) => entries.map(({ query }) => query));
}

function fieldOf(path: string, field: string): string[] {
  const lines = readFileSync(path, "utf8").trim().split("\n");
  return lines.map((line) => {
    const value: unknown = JSON.parse(line);
    const query = isObject(value) ? value[field] : undefined;
    if (typeof query !== "string") throw new Error(`${path} has a line without ${field}: ${line}`);
    return query;
  });
}

const pieces: readonly string[] = (
  "up a:b job le sum by without rate topk count_values on ignoring group_left group_right bool offset @ start() end() " +
  "step() inf nan and or unless atan2 ( ) { } [ ] [5m] [1h:5m] [5m:] (job) {a='b'} , : + - * / % ^ = == != =~ !~ < <= " +
  "> >= 1 0 .5 5. 0x1f 0755 1e3 1_0 5m 1h30m 0s 'x' \"y\" `z` \" ' ` \\ \\n # $x . _ a A é \n \t ! & ; OFFSET Sum 1d " +
  'label_replace absent quantile limitk __name__ "a.b" vector(1) time() -1 --'
).split(" ");

/** Longer queries are mostly alike. */
const longest = 150;

/**
 * Edits short queries at random, always in the same way: up to two pieces or characters go, come or change places. Some
 * queries are places where the language has rules of its own, filled with a few pieces.
 */
export function mutations(known: readonly string[], count: number, seed: number): readonly string[] {
  const queries = known.filter(({ length }) => length <= longest);
  const random = generator(seed);
  const below = (end: number): number => Math.floor(random() * end);
  const made = new Set<string>();
  const old = new Set(known);
  while (made.size < count) {
    let query = below(4) === 0 ? filled(below) : (queries[below(queries.length)] ?? "");
    for (let edits = below(3); edits > 0; edits--) query = edited(query, below);
    if (isWellFormed(query) && !old.has(query)) made.add(query);
  }
  return [...made];
}

const places: readonly (readonly [before: string, pieces: string, after: string])[] = [
  ["up[", "5m 1h30m 0s 300 1.5 + - * / % ^ ( ) : , step() range() 1m 5 0 ms 1e1 1_0 -5m . inf", "]"],
  ["up offset ", "5m 0 0s 300 1.5 + - * / ( ) step() 1h x @ 1e1 -5m [5m] offset 0x1f", ""],
  ["up @ ", "1 0 -1 + 1e3 1.5 5m start() end() start end ( ) inf nan 0x1f offset 5m [5m] @ 1e15 9e15", ""],
  ["sum by (", "job , a:b 'a.b' \"le\" on by sum inf 5m __name__ start offset bool ' ' é {", ") (up)"],
  ["up + on (", "job , ) group_left ( group_right ignoring bool 'a.b' a:b", ") up"],
  ["up{", "job a:b 'a.b' \"up\" = != =~ !~ , 'x' \".*\" '' `.+` on inf 5 __name__ '(' ==", "}"],
  ["", "1 .5 5. 1e3 1e 0x1f 0X1F 0b1 1_000 1__0 _1 0755 089 inf NaN +Inf 5m 1h 1d 5ms - + . x 1.5.2", ""],
  ['"', "a \\n \\x41 \\x4 \\u00e9 \\U0001F600 \\377 \\400 \\' \\\\ ' é \\q \\ud800 \\0", '"'],
];

function filled(below: (end: number) => number): string {
  const [before = "", words = "", after = ""] = places[below(places.length)] ?? [];
  const choice = words.split(" ");
  const inside = Array.from({ length: 1 + below(5) }, () => choice[below(choice.length)]);
  return before + inside.join(below(2) === 0 ? " " : "") + after;
}

function edited(query: string, below: (end: number) => number): string {
  const parts = (below(2) === 0 ? query.match(/./gsu) : query.match(/[\w:.]+|\s+|[^\w\s]/gu)) ?? [];
  const at = below(parts.length + 1);
  const piece = below(3) === 0 ? (parts[below(parts.length)] ?? "") : (pieces[below(pieces.length)] ?? "");
  const [before, after] = [parts.slice(0, at), parts.slice(at)];
  const changed = [
    [...before, ...after.slice(1)],
    [...before, piece, ...after],
    [...before, " ", piece, " ", ...after],
    [...before, piece, ...after.slice(1)],
    [...before, ...after.slice(0, 2).reverse(), ...after.slice(2)],
  ];
  return changed[below(changed.length)]?.join("") ?? query;
}

/** Numbers from 0 to 1 that follow from a seed: the generator mulberry32. */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
