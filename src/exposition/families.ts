import type { MetricType } from "../metrics/metrics.js";
import type { Family, Sample } from "./exposition.js";
import type { Format } from "./format.js";

/** A family while its lines are being read, under the name that its metadata declares. */
export interface GatheredFamily {
  readonly name: string;
  readonly samples: Sample[];
  /** Which of `HELP`, `TYPE` and `UNIT` it has. */
  readonly declared: Set<string>;
  type: MetricType;
  help?: string;
  unit?: string;
}

/** Sorts samples and metadata into families. */
export interface FamilyGathering {
  /** The family that metadata names, created if new. */
  readonly named: (name: string) => GatheredFamily;
  /** The family of a sample's name: a declared one that gives such a series, or one of that name. */
  readonly of: (sampleName: string) => GatheredFamily;
  /** All in the order of their first lines, under the names that queries use. */
  readonly all: (format: Format) => Family[];
}

/** Starts with no families. */
export function familyGathering(): FamilyGathering {
  const families = new Map<string, GatheredFamily>();

  function named(name: string): GatheredFamily {
    const known = families.get(name);
    if (known) return known;
    const family: GatheredFamily = { name, samples: [], declared: new Set(), type: "unknown" };
    families.set(name, family);
    return family;
  }

  function withSuffix(sampleName: string): GatheredFamily | undefined {
    for (const [suffix, types] of suffixes) {
      if (!sampleName.endsWith(suffix)) continue;
      const family = families.get(sampleName.slice(0, -suffix.length));
      if (family && types.includes(family.type)) return family;
    }
    return undefined;
  }

  return {
    named,
    of: (sampleName) => families.get(sampleName) ?? withSuffix(sampleName) ?? named(sampleName),
    all: (format) => Array.from(families.values(), (family) => finished(family, format)),
  };
}

const suffixes: readonly (readonly [suffix: string, types: readonly MetricType[]])[] = [
  ["_total", ["counter"]],
  ["_bucket", ["histogram", "gaugehistogram"]],
  ["_sum", ["histogram", "summary"]],
  ["_count", ["histogram", "summary"]],
  ["_gsum", ["gaugehistogram"]],
  ["_gcount", ["gaugehistogram"]],
  ["_created", ["counter", "histogram", "summary"]],
  ["_info", ["info"]],
];

function finished(family: GatheredFamily, format: Format): Family {
  const { type, unit, help, samples } = family;
  return {
    name: nameInQueries(family, format),
    type,
    ...(unit !== undefined && unit !== "" && { unit }),
    ...(help !== undefined && { help }),
    samples,
  };
}

function nameInQueries({ name, type, samples }: GatheredFamily, format: Format): string {
  const suffix = type === "counter" ? "_total" : type === "info" ? "_info" : "";
  if (suffix === "" || name.endsWith(suffix)) return name;
  if (samples.some((sample) => sample.name === name + suffix)) return name + suffix;
  const bare = format === "text" || samples.some((sample) => sample.name === name);
  return bare ? name : name + suffix;
}
