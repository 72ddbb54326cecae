import type { Labels } from "./result.js";
import { arrayAt, type JsonObject, objectAt, optionalText, textAt, textsAt } from "./shape.js";

/** What one target says of a metric family. */
export interface MetricMetadata {
  /** As the exposition names it: `counter`, `gauge`… */
  readonly type: string;
  readonly help: string;
  readonly unit: string;
}

/** What a target says of a metric family. */
export interface TargetMetadata extends MetricMetadata {
  readonly metric: string;
  /** The labels of the target. */
  readonly target: Labels;
}

/** What a server says of itself. */
export interface BuildInfo {
  readonly version: string;
  readonly revision?: string;
  /** Servers that speak the API but are not Prometheus give their name. */
  readonly application?: string;
}

/** The families of an answer to `/metadata`; throws `UnexpectedShape`. */
export function decodeMetadata(data: unknown): ReadonlyMap<string, readonly MetricMetadata[]> {
  const families = Object.entries(objectAt(data, "data"));
  return new Map(
    families.map(([name, values]) => {
      const where = `the metadata of ${name}`;
      return [name, arrayAt(values, where).map((value) => metadataAt(objectAt(value, where)))];
    }),
  );
}

/** The entries of an answer to `/targets/metadata`; throws `UnexpectedShape`. */
export function decodeTargetMetadata(data: unknown, metric: string): readonly TargetMetadata[] {
  return arrayAt(data ?? [], "data").map((value) => {
    const entry = objectAt(value, "an entry of the metadata");
    const target = textsAt(entry["target"], "the target of an entry");
    return { metric: optionalText(entry["metric"]) ?? metric, target, ...metadataAt(entry) };
  });
}

/** The label sets of an answer to `/series`; throws `UnexpectedShape`. */
export function decodeSeries(data: unknown): readonly Labels[] {
  return arrayAt(data ?? [], "data").map((value) => textsAt(value, "a series"));
}

/** The names of an answer to `/labels`; throws `UnexpectedShape`. */
export function decodeLabelNames(data: unknown): readonly string[] {
  return arrayAt(data ?? [], "data").map((value) => textAt(value, "a label's name"));
}

/** The values of an answer to `/label/…/values`; throws `UnexpectedShape`. */
export function decodeLabelValues(data: unknown): readonly string[] {
  return arrayAt(data ?? [], "data").map((value) => textAt(value, "a label's value"));
}

/** An answer to `/status/buildinfo`; throws `UnexpectedShape`. */
export function decodeBuildInfo(data: unknown): BuildInfo {
  const info = objectAt(data, "data");
  const revision = optionalText(info["revision"]);
  const application = optionalText(info["application"]);
  return {
    version: textAt(info["version"], "version"),
    ...(revision && { revision }),
    ...(application && { application }),
  };
}

function metadataAt({ type, help, unit }: JsonObject): MetricMetadata {
  return {
    type: optionalText(type) ?? "unknown",
    help: optionalText(help) ?? "",
    unit: optionalText(unit) ?? "",
  };
}
