import { functionInfo } from "../../src/promql/functions.js";
import { createStorage, labelsOf, type Storage } from "../../src/engine/index.js";
import { parse } from "../../src/syntax/parse.js";
import { nodesOf } from "../../src/syntax/walk.js";

/** Whole numbers below a limit, the same for the same seed. */
export type Random = (below: number) => number;

/** Starts a sequence of numbers. */
export function randomFrom(seed: number): Random {
  let state = seed >>> 0;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/**
 * Random series for a query: of the metrics that it names, with labels that it speaks of, mostly with values that its
 * matchers name. An hour of samples up to a time in seconds, with gaps, ends, resets, `NaN` and infinities.
 */
export function seriesFor(query: string, end: number, random: Random): Storage {
  const { expr } = parse(query);
  const storage = createStorage();
  if (!expr) return storage;
  const selectors = nodesOf(expr, "VectorSelector");
  const metrics = new Set(selectors.flatMap(({ metric }) => metric?.text ?? []));
  const values = new Map<string, Set<string>>([["le", new Set(["0.1", "1", "+Inf"])]]);
  const add = (label: string, value: string) =>
    values.set(label, (values.get(label) ?? new Set(["", "other"])).add(value));
  for (const { label, value } of selectors.flatMap(({ matchers }) => matchers)) {
    if (label.text === "__name__") for (const name of value.match(/\w+/g) ?? []) metrics.add(name);
    else for (const one of value.match(/[\w.:-]+/g) ?? [value]) add(label.text, one);
  }
  for (const grouping of nodesOf(expr, "Aggregation").flatMap((node) => node.grouping?.labels ?? []))
    add(grouping.text, "x");
  for (const matched of nodesOf(expr, "Binary").flatMap((node) => node.matching?.labels ?? [])) add(matched.text, "x");
  values.delete("__name__");
  const counters = new Set(
    nodesOf(expr, "Call").flatMap(({ name }) => (functionInfo(name.text)?.wants === "counter" ? ["yes"] : [])),
  );

  for (const name of metrics.size > 0 ? metrics : ["some_metric"]) {
    const count = [1, 2, 14][random(3)] ?? 1;
    for (let series = 0; series < count; series++) {
      const labels = [...values].map(
        ([label, all]) => [label, [...all].at(random(2) === 0 ? -1 : random(all.size)) ?? ""] as const,
      );
      const of = labelsOf([...labels, ["instance", `host-${random(3)}`] as const, ["__name__", name] as const]);
      append(storage, of, end, counters.size > 0 && random(3) > 0, random);
    }
  }
  return storage;
}

function append(
  storage: Storage,
  labels: ReturnType<typeof labelsOf>,
  end: number,
  grows: boolean,
  random: Random,
): void {
  const step = [15, 30, 60][random(3)] ?? 30;
  let value = random(100);
  for (let time = end - 3600 + random(step); time <= end; time += step) {
    const chance = random(100);
    if (chance < 4) continue;
    value = grows ? (chance < 6 ? random(5) : value + random(20)) : random(200) - 50;
    const odd = chance === 10 ? NaN : chance === 11 ? Infinity : chance === 13 ? -Infinity : value;
    storage.append(labels, time * 1000, chance === 12 ? "stale" : odd);
  }
}
