import { requiredLabels } from "../../rules/required-labels.js";
import { checkGroups } from "./check-groups.js";

const alert = { alert: "Down", expr: "up == 0" };
const page = { ...alert, labels: { severity: "page" } };

checkGroups(requiredLabels, {
  silent: [
    { rules: [page] },
    { rules: [{ ...alert, labels: { severity: "{{ $labels.severity }}" } }] },
    { labels: { severity: "page" }, rules: [alert] },
    { rules: [{ record: "down", expr: "up == 0" }] },
  ],
  finds: [
    [{ rules: [alert] }, "Down"],
    [{ rules: [{ ...alert, labels: { Severity: "page", severity: " " } }] }, "Down"],
    [{ rules: [{ ...alert, expr: "up ==" }] }, "Down"],
    // The rule takes the label of its group away.
    [{ labels: { severity: "page" }, rules: [{ ...alert, labels: { severity: "" } }] }, "Down"],
  ],
  says: [[{ rules: [alert] }, "warning: the alert has no label `severity`"]],
});

checkGroups(
  requiredLabels,
  {
    silent: [
      { rules: [{ ...alert, labels: { team: "{{ $labels.team }}", severity: "{{ $value }}" } }] },
      { rules: [{ ...alert, labels: { team: "db", severity: "warning", "k8s.tier": "any" } }] },
      { rules: [{ ...alert, labels: { team: "db", severity: "page", pager: "x" } }] },
    ],
    finds: [
      [{ rules: [page] }, "Down", "Down"],
      [{ rules: [{ ...alert, labels: { team: "db", severity: "pager" } }] }, "pager"],
      [{ labels: { severity: "critical" }, rules: [{ ...alert, labels: { team: "x" } }] }, "critical", "x"],
    ],
    says: [
      [
        { rules: [{ ...page, labels: { ...page.labels, team: "db" } }] },
        "warning: the alert has no label `pager`, and its severity is `page`",
      ],
    ],
  },
  {
    labels: ["team"],
    bySeverity: { page: ["team", "pager"] },
    values: { severity: ["page", "warn(ing)?"], team: ["[a-z]{2,}"], "k8s.tier": [] },
  },
);
