import type { RelabelRule } from "../relabel/rule.js";
import { type Condition, conditionsOf } from "./condition.js";

/** A manifest of the Prometheus operator, from which it makes a job. */
export interface Monitor {
  readonly kind: "ServiceMonitor" | "PodMonitor" | "Probe" | "ScrapeConfig";
  /** With its namespace, as `monitoring/nginx`. */
  readonly name: string;
}

const kinds = {
  serviceMonitor: "ServiceMonitor",
  podMonitor: "PodMonitor",
  probe: "Probe",
  scrapeConfig: "ScrapeConfig",
} as const;

/** The manifest that a job comes from, as its name tells: `serviceMonitor/monitoring/nginx/0`. */
export function monitorOf(job: string): Monitor | undefined {
  const [, kind, name] = /^(serviceMonitor|podMonitor|probe|scrapeConfig)\/([^/]+\/[^/]+)(?:\/\d+)?$/.exec(job) ?? [];
  return isKind(kind) && name !== undefined ? { kind: kinds[kind], name } : undefined;
}

/**
 * What a rule that keeps or drops means on Kubernetes, in a sentence; nothing where it is about something else.
 * Source: https://prometheus.io/docs/prometheus/latest/configuration/configuration/#kubernetes_sd_config
 */
export function kubernetesMeaning(job: string, rule: RelabelRule): string | undefined {
  if (rule.action !== "keep" && rule.action !== "drop") return undefined;
  const conditions = conditionsOf(rule);
  if (isSharding(rule)) {
    return "the targets are shared out among several servers, and these belong to others";
  }
  const phrases = conditions.map(phraseOf);
  if (phrases.length === 0 || phrases.includes(undefined)) return undefined;
  const monitor = monitorOf(job);
  const who = monitor ? `the ${monitor.kind} \`${monitor.name}\`` : "the job";
  return `${who} ${rule.action === "keep" ? "wants" : "refuses"} ${phrases.join(", and ")}`;
}

/** Whether a rule leaves to other servers what is theirs, as the operator writes it. */
export function isSharding({ action, sourceLabels }: Pick<RelabelRule, "action" | "sourceLabels">): boolean {
  return action === "keep" && sourceLabels[0] === "__tmp_hash";
}

/** What a target lacks that has no value of this label. */
export function missingValue(label: string): string {
  if (/_container_port_(name|number)$/.test(label)) return "no declared port";
  return /_port_name$/.test(label) ? "a port without a name" : "none";
}

function isKind(text: string | undefined): text is keyof typeof kinds {
  return text !== undefined && Object.hasOwn(kinds, text);
}

type Phrase = (value: string, name: string, object: string) => string;

/** A label by its form, with the object and the name in it, and the words for its values. */
const phrases: readonly (readonly [RegExp, Phrase])[] = [
  [/^(?<object>[a-z]+)_labelpresent_(?<name>.+)$/, (_, name, object) => `the label \`${name}\` on the ${object}`],
  [
    /^(?<object>[a-z]+)_annotationpresent_(?<name>.+)$/,
    (_, name, object) => `the annotation \`${name}\` on the ${object}`,
  ],
  [
    /^(?<object>[a-z]+)_label_(?<name>.+)$/,
    (value, name, object) => `the label \`${name}\` = ${value} on the ${object}`,
  ],
  [
    /^(?<object>[a-z]+)_annotation_(?<name>.+)$/,
    (value, name, object) => `the annotation \`${name}\` = ${value} on the ${object}`,
  ],
  [/^(?:endpoint|endpointslice|service)_port_name$/, (value) => `a port that is called ${value}`],
  [/^pod_container_port_name$/, (value) => `a container port that is called ${value}`],
  [/^(?:service_port|pod_container_port)_number$/, (value) => `the port ${value}`],
  [/^pod_phase$/, (value) => `pods in the phase ${value}`],
  [
    /^pod_container_init$/,
    (value) => (value === "`true`" ? "init containers" : "containers that are no init containers"),
  ],
  [/^(?:endpoint|endpointslice_endpoint_conditions|pod)_ready$/, (value) => `pods whose readiness is ${value}`],
  [/^namespace$/, (value) => `the namespace ${value}`],
  [
    /^(?<object>service|pod|node|endpoints|endpointslice|ingress)_name$/,
    (value, _, object) => `the ${object} ${value}`,
  ],
  [/^pod_container_name$/, (value) => `the container ${value}`],
];

function phraseOf({ label, texts }: Condition): string | undefined {
  const own = /^__meta_kubernetes_(.+)$/.exec(label)?.[1];
  if (own === undefined || !texts || texts.includes("")) return undefined;
  const value = texts.map((text) => `\`${text}\``).join(" or ");
  for (const [form, words] of phrases) {
    const match = form.exec(own);
    if (match) return words(value, nameOf(match.groups?.["name"] ?? ""), match.groups?.["object"] ?? "");
  }
  return undefined;
}

/** Discovery writes `_` for what a name of Prometheus could not hold; well-known prefixes tell what stood there. */
function nameOf(name: string): string {
  return name.replace(/^app_kubernetes_io_/, "app.kubernetes.io/").replace(/^prometheus_io_/, "prometheus.io/");
}
