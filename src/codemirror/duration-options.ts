import type { Completion } from "@codemirror/autocomplete";

/** The lengths of time that are written most, and the units of a number that is written. */
export function durationOptions(written: string, variables: "grafana" | undefined): readonly Completion[] {
  const digits = /^\d+/.exec(written)?.[0];
  const texts = digits === undefined ? usual : units.map((unit) => digits + unit);
  const names = variables ? grafanaDurations : [];
  return [...texts, ...names].map((label, index) => ({
    label,
    type: label.startsWith("$") ? "variable" : "constant",
    boost: -index,
  }));
}

const usual = ["5m", "1m", "2m", "10m", "15m", "30m", "1h", "2h", "6h", "12h", "1d", "7d", "30d"];
const units = ["m", "h", "s", "d", "w", "y", "ms"];

/** Source: https://grafana.com/docs/grafana/latest/dashboards/variables/add-template-variables/#global-variables */
const grafanaDurations = ["$__rate_interval", "$__interval", "$__range"];
