import fc, { type Arbitrary } from "fast-check";
import { readdirSync, readFileSync } from "node:fs";
import { loadCatalogue } from "../../src/catalogue/load.js";
import type { Demo } from "../../src/demo/demo.js";
import { grouped } from "../../src/syntax/grouped.js";
import type { DemoSeries } from "../../src/demo/series.js";
import { quote } from "../../src/promql/strings.js";
import { fencePattern } from "../docs/pages.js";
import { queriesOver } from "./engine-queries.js";

/** The queries of the catalogue. */
export async function catalogueQueries(): Promise<readonly string[]> {
  const paths = readdirSync("examples/catalogue").map((name) => `examples/catalogue/${name}`);
  const catalogues = await Promise.all(
    paths.filter((path) => path.endsWith(".yaml")).map((path) => loadCatalogue(path, readFileSync(path, "utf8"))),
  );
  return catalogues.flatMap(({ entries }) => entries.map(({ query }) => query));
}

/** The queries of the rules' pages and of the documentation. */
export function documentedQueries(): readonly string[] {
  const folders = ["rules", "docs"].flatMap((folder) => readdirSync(folder).map((name) => `${folder}/${name}`));
  const pages = ["README.md", ...folders.filter((path) => path.endsWith(".md"))];
  const blocks = pages.flatMap((page) => [...readFileSync(page, "utf8").matchAll(fencePattern)]);
  return [...new Set(blocks.flatMap(([, , language, , code]) => (language === "promql" && code ? [code.trim()] : [])))];
}

/** Queries over the series of one job of the demo cluster, with its labels and their values. */
export function demoQuery(series: readonly DemoSeries[]): Arbitrary<string> {
  const jobs = grouped(series, ({ labels }) => labelOf(labels, "job"));
  return fc.oneof(...[...jobs.values()].map(queriesOfJob));
}

function queriesOfJob(series: readonly DemoSeries[]): Arbitrary<string> {
  const labels = series.map((each) => each.labels);
  const names = [...new Set(labels.flatMap((pairs) => pairs.map(([name]) => name)))];
  const label = fc.constantFrom(...names);
  const inBuckets = labels.filter((pairs) => labelOf(pairs, "le") !== "");
  const selector = selectorOf(labels);
  const [one = []] = labels;
  return queriesOver({
    selector,
    buckets: inBuckets.length > 0 ? selectorOf(inBuckets) : selector,
    bucketLabels: label,
    ranked: fc.oneof(
      selector,
      selector.map((of) => `rate(${of}[5m])`),
    ),
    counted: fc.oneof(
      selector,
      selector.map((of) => `round(${of}, 10)`),
    ),
    described: selector,
    single: `${labelOf(one, "__name__")}{${without(one, "__name__").map(equal).join(",")}}`,
    label,
    range: fc.constantFrom("1m", "5m", "10m", "37s", "30m", "16s"),
    grouped: fc
      .tuple(fc.constantFrom("on", "ignoring"), label, fc.constantFrom("group_left", "group_right"), label)
      .map(([mode, matched, group, include]) => `${mode} (${matched}) ${group} (${include})`),
    pattern: fc.constantFrom("(.*)", "([a-z]+).*", "(.+)[-:](.+)", ""),
  });
}

type Pairs = DemoSeries["labels"];

/** A metric, or several with names that begin alike, with conditions that some of their series fulfil. */
function selectorOf(all: readonly Pairs[]): Arbitrary<string> {
  const condition = fc.tuple(fc.nat(), fc.constantFrom(...conditions));
  return fc
    .tuple(fc.constantFrom(...all), fc.array(condition, { maxLength: 2 }), fc.nat(9))
    .map(([pairs, chosen, kind]) => {
      const name = labelOf(pairs, "__name__");
      const others = without(pairs, "__name__");
      const matchers = chosen.flatMap(([at, write]) =>
        others
          .slice(at % others.length)
          .slice(0, 1)
          .map(write),
      );
      if (kind === 0) return `{__name__=~"${name.slice(0, -4)}.*",${matchers.join(",")}}`;
      return matchers.length === 0 ? name : `${name}{${matchers.join(",")}}`;
    });
}

const conditions: readonly ((pair: Pairs[number]) => string)[] = [
  equal,
  ([name, value]) => `${name}!=${quote(value)}`,
  ([name, value]) => `${name}=~${quote(`${escaped(value)}|other`)}`,
  ([name, value]) => `${name}=~${quote(`${escaped(value.slice(0, 3))}.*`)}`,
  ([name, value]) => `${name}!~${quote(`.*${escaped(value.slice(-2))}`)}`,
  ([name]) => `${name}!=""`,
];

function equal([name, value]: Pairs[number]): string {
  return `${name}=${quote(value)}`;
}

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&");
}

function labelOf(pairs: Pairs, name: string): string {
  return pairs.find(([label]) => label === name)?.[1] ?? "";
}

function without(pairs: Pairs, name: string): Pairs {
  return pairs.filter(([label]) => label !== name);
}

/** When something happens in the demo cluster: incidents begin and end, containers start. In seconds since 1970. */
export function demoMoments({ cluster, incidents }: Demo): readonly number[] {
  const starts = cluster.pods.flatMap(({ containers }) => containers.flatMap((container) => container.starts));
  const all = [...incidents.flatMap(({ since, until = cluster.now }) => [since, until]), ...starts];
  return [...new Set(all)]
    .filter((time) => time > cluster.clock.start && time <= cluster.now)
    .map((time) => time / 1000);
}
