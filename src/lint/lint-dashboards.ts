import { diagnose } from "./lint.js";
import type { Diagnostic, Rule } from "./rule.js";
import type { Dashboard, FieldPlace, Panel } from "./subject.js";

/** A diagnostic of a panel, and the panel. */
export interface PanelDiagnostic extends Diagnostic<FieldPlace> {
  readonly panel: Panel;
}

/** What the rules on panels find in the panels of a dashboard, panel by panel. */
export function lintPanels(panels: readonly Panel[], rules: readonly Rule[]): readonly PanelDiagnostic[] {
  return panels.flatMap((panel) =>
    rules.flatMap((rule) =>
      rule.subject === "panel" ? diagnose(rule, rule.check(panel)).map((diagnostic) => ({ ...diagnostic, panel })) : [],
    ),
  );
}

/** What the rules on dashboards find, dashboard by dashboard. */
export function lintDashboards(
  dashboards: readonly Dashboard[],
  rules: readonly Rule[],
): readonly Diagnostic<FieldPlace>[] {
  return dashboards.flatMap((dashboard) =>
    rules.flatMap((rule) => (rule.subject === "dashboard" ? diagnose(rule, rule.check(dashboard)) : [])),
  );
}
