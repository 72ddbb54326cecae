import { isDeepStrictEqual } from "node:util";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { check } from "../../src/check/check.js";
import type { Feature } from "../../src/promql/features.js";
import { format } from "../../src/syntax/format.js";
import { parse } from "../../src/syntax/parse.js";
import { knownQueries, mutations } from "./differential-inputs.js";
import { startEmptyServer, type EmptyServer } from "./differential-server.js";
import { calculatesDurations, sent, serverTree, treeOf } from "./differential-tree.js";
import { testMissing } from "./needs.js";

interface Target {
  readonly version: string;
  /** The environment variable that names the folder of its binaries. */
  readonly variable: string;
  readonly features: readonly Feature[];
  /** Whether it prints queries and trees as servers of today do. */
  readonly printsAsToday: boolean;
}

const targets: readonly Target[] = [
  {
    version: "3.5",
    variable: "PROMQL_PROMETHEUS_BIN",
    features: ["promql-experimental-functions", "promql-duration-expr"],
    printsAsToday: true,
  },
  {
    version: "2.53",
    variable: "PROMQL_PROMETHEUS_2_53_BIN",
    features: ["promql-experimental-functions"],
    printsAsToday: false,
  },
  {
    version: "2.42",
    variable: "PROMQL_PROMETHEUS_2_42_BIN",
    features: ["promql-experimental-functions"],
    printsAsToday: false,
  },
];

interface Exception {
  readonly query: RegExp;
  readonly reason: string;
  /** Queries that fall under it on every version that is named. */
  readonly examples: readonly string[];
  readonly versions: readonly string[];
}

/** Queries of which a server says something else than we do. */
const exceptions: readonly Exception[] = [
  {
    query: /@\s*(?:start|end)\s*\(\s*\)\s*(?:#.*\s*)?\[/i,
    reason: "servers before 3.6 do not see `@ start()` and `@ end()` before a range",
    examples: ["up @ start() [5m]", "up @ end()[5m]"],
    versions: ["3.5", "2.53", "2.42"],
  },
  {
    query: /\[[^:\]]*\w\s+[A-Za-z_][^\]]*\]/,
    reason: "servers before 3.6 read a letter behind the range as the colon of a subquery",
    examples: ["up[5m x 5m]", "up[5m a ]"],
    versions: ["3.5", "2.53", "2.42"],
  },
  {
    query: /(?:\[|:|offset)[\s+-]*\([^()]*\)/i,
    reason: "servers before 3.6 forget the parentheses around a single duration",
    examples: ["up offset (5)", "up[(5m)]", "up[-(+-5s)+20s]"],
    versions: ["3.5"],
  },
  {
    query: /[(,]\s*["'`]?\w*:[\w:]*["'`]?\s*[),]/,
    reason: "3.5 prints a label with a colon without the quotes that it needs",
    examples: ["sum by (a:b) (up)", "sum by ('a:b') (up)"],
    versions: ["3.5"],
  },
  {
    query: /\b(?:on|ignoring|group_left|group_right)\s*\([^)]*["'`]/i,
    reason: "3.5 prints the labels that are matched without the quotes that they need",
    examples: ['up + on ("a.b") up'],
    versions: ["3.5"],
  },
  {
    query: /@\s*[+-]?\s*\w*_/,
    reason: "the tree does not hold whether a time is written with underscores, which came with 2.54",
    examples: ["up @ 1_000"],
    versions: ["2.53", "2.42"],
  },
];

const queries = await knownQueries();
const count = process.env["PROMQL_LINT_FULL"] === "1" ? 20_000 : 1500;
const inputs = [...new Set([...queries, ...mutations(queries, count, 42)])];

describe.each(targets)("Prometheus $version", (target) => {
  const { version, variable, features } = target;
  const binaries = process.env[variable];
  if (!binaries) {
    testMissing(`${variable} is not set: it names the folder of prometheus ${version}`);
    return;
  }
  let server: EmptyServer;
  beforeAll(async () => {
    server = await startEmptyServer(binaries, features);
  }, 60_000);
  afterAll(() => server.stop());

  const known = exceptions.filter(({ versions }) => versions.includes(version));

  test(`agrees on ${inputs.length} queries`, { timeout: 600_000 }, async () => {
    const unknown = inputs.filter((text) => !known.some(({ query }) => query.test(text)));
    expect(await differences(server, target, unknown)).toEqual([]);
  });

  test.each(known)("differs, since $reason", async ({ query, examples }) => {
    for (const example of examples) expect(example).toMatch(query);
    expect(await differences(server, target, examples)).toHaveLength(examples.length);
  });
});

interface Difference {
  readonly query: string;
  readonly ours: unknown;
  readonly theirs: unknown;
}

/** Where a server and we differ in the verdict on a query; in its pretty form and its tree too, where those are as today. */
async function differences(server: EmptyServer, target: Target, texts: readonly string[]): Promise<Difference[]> {
  const found: Difference[] = [];
  const waiting = texts.values();
  const worker = async (): Promise<void> => {
    for (const query of waiting) {
      const difference = await differenceOn(server, target, query);
      if (difference) found.push({ query, ...difference });
    }
  };
  await Promise.all(Array.from({ length: 16 }, worker));
  return found;
}

async function differenceOn(
  server: EmptyServer,
  { version, features, printsAsToday }: Target,
  query: string,
): Promise<Omit<Difference, "query"> | undefined> {
  const problems = check(query, { prometheus: { version, features } });
  const errors = problems.filter(({ severity, evaluation }) => severity === "error" && !evaluation);
  const pretty = await server.ask("format_query", query);
  if ("error" in pretty) return errors.length === 0 ? { ours: "accepted", theirs: pretty.error } : undefined;
  if (errors.length > 0) return { ours: errors.map(({ code, message }) => `${code}: ${message}`), theirs: "accepted" };

  const { expr } = parse(query);
  if (!expr || !printsAsToday) return undefined;
  const ours = format(expr);
  if (sent(ours) !== pretty.data) return { ours, theirs: pretty.data };

  if (calculatesDurations(expr)) return undefined;
  const answer = await server.ask("parse_query", query);
  const [tree, theirs] = [treeOf(expr), "data" in answer ? serverTree(answer.data) : answer.error];
  return isDeepStrictEqual(tree, theirs) ? undefined : { ours: tree, theirs };
}
