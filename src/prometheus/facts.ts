import type { Labels } from "./result.js";
import { arrayAt, objectAt, optionalText, textAt, textsAt } from "./shape.js";

/** A target that a server scrapes. */
export interface Target {
  readonly labels: Labels;
  readonly scrapePool: string;
  /** As the server gives it: it may hold parameters. */
  readonly scrapeUrl: string;
  /** `unknown` until the first scrape. */
  readonly health: "up" | "down" | "unknown";
  readonly lastError?: string;
}

/** What one target says of a metric family. */
export interface MetricMetadata {
  /** As the exposition names it: `counter`, `gauge`… */
  readonly type: string;
  readonly help: string;
  readonly unit: string;
}

/** What a server says of itself. */
export interface BuildInfo {
  readonly version: string;
  readonly revision?: string;
  /** Servers that speak the API but are not Prometheus give their name. */
  readonly application?: string;
}

/** The active targets of an answer to `/targets`; throws `UnexpectedShape`. */
export function decodeTargets(data: unknown): readonly Target[] {
  return arrayAt(objectAt(data, "data")["activeTargets"] ?? [], "activeTargets").map((value) => {
    const target = objectAt(value, "a target");
    const health = target["health"];
    const lastError = optionalText(target["lastError"]);
    return {
      labels: textsAt(target["labels"], "a target's labels"),
      scrapePool: optionalText(target["scrapePool"]) ?? "",
      scrapeUrl: textAt(target["scrapeUrl"], "a target's scrapeUrl"),
      health: health === "up" || health === "down" ? health : "unknown",
      ...(lastError && { lastError }),
    };
  });
}

/** The families of an answer to `/metadata`; throws `UnexpectedShape`. */
export function decodeMetadata(data: unknown): ReadonlyMap<string, readonly MetricMetadata[]> {
  const families = Object.entries(objectAt(data, "data"));
  return new Map(
    families.map(([name, values]) => [
      name,
      arrayAt(values, `the metadata of ${name}`).map((value) => {
        const metadata = objectAt(value, `the metadata of ${name}`);
        return {
          type: optionalText(metadata["type"]) ?? "unknown",
          help: optionalText(metadata["help"]) ?? "",
          unit: optionalText(metadata["unit"]) ?? "",
        };
      }),
    ]),
  );
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
