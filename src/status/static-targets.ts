import { isObject, type JsonObject } from "../schema/object.js";
import { type PrometheusMajor, relabel } from "../relabel/relabel.js";
import type { RelabelRule } from "../relabel/rule.js";

/** What relabelling makes of targets that a server then shows nowhere. */
export interface Vanished {
  /** They lost their address. */
  readonly withoutAddress: number;
  /** Others have the same labels, and a server keeps one of them. */
  readonly duplicates: number;
}

/**
 * The labels of the targets that a job names itself, as they are before relabelling; nothing where it has another kind of
 * discovery, of which a configuration does not tell what it finds.
 */
export function staticTargets(job: JsonObject): readonly ReadonlyMap<string, string>[] | undefined {
  if (Object.keys(job).some((key) => key.endsWith("_sd_configs"))) return undefined;
  const groups = listOf(job["static_configs"]).filter(isObject);
  const params = isObject(job["params"]) ? Object.entries(job["params"]) : [];
  const common: Readonly<Record<string, unknown>> = {
    job: job["job_name"],
    __scheme__: job["scheme"] ?? "http",
    __metrics_path__: job["metrics_path"] ?? "/metrics",
    ...Object.fromEntries(params.map(([name, values]) => [`__param_${name}`, firstText(values)])),
  };
  return groups.flatMap(({ targets, labels }) =>
    listOf(targets).map((address) => {
      const own = isObject(labels) ? labels : {};
      const all = Object.entries({ ...common, ...own, __address__: address });
      return new Map(all.map(([name, value]) => [name, String(value)]));
    }),
  );
}

function firstText(values: unknown): string {
  const [first] = listOf(values);
  return typeof first === "string" ? first : "";
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** Which of these targets a server shows neither among the active nor among the dropped. */
export function vanishedTargets(
  targets: readonly ReadonlyMap<string, string>[],
  rules: readonly RelabelRule[],
  major: PrometheusMajor,
): Vanished {
  const kept = targets
    .map((target) => relabel(target, rules, major))
    .filter(({ droppedBy }) => droppedBy === undefined);
  const scraped = kept.filter(({ labels }) => labels.has("__address__"));
  const identities = scraped.map(({ labels }) =>
    JSON.stringify([...labels].filter(([name]) => !name.startsWith("__meta_")).sort(([a], [b]) => (a < b ? -1 : 1))),
  );
  return {
    withoutAddress: kept.length - scraped.length,
    duplicates: identities.length - new Set(identities).size,
  };
}
