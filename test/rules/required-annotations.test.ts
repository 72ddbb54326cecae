import { requiredAnnotations } from "../../rules/required-annotations.js";
import { checkGroups } from "./check-groups.js";

const alert = { alert: "Down", expr: "up == 0" };
const summary = "{{ $labels.job }} is down";

checkGroups(requiredAnnotations, {
  silent: [{ rules: [{ ...alert, annotations: { summary } }] }, { rules: [{ record: "down", expr: "up == 0" }] }],
  finds: [
    [{ rules: [alert] }, "Down"],
    [{ rules: [{ ...alert, annotations: { summary: "" } }] }, "Down"],
    [{ rules: [{ ...alert, labels: { summary } }] }, "Down"],
  ],
  says: [[{ rules: [alert] }, "warning: the alert has no annotation `summary`"]],
});

const runbook = "https://runbooks.example.org/down";

checkGroups(
  requiredAnnotations,
  {
    silent: [
      { rules: [alert] },
      { rules: [{ ...alert, annotations: { runbook_url: runbook } }] },
      { rules: [{ ...alert, annotations: { runbook_url: "{{ $labels.runbook }}" } }] },
      { rules: [{ ...alert, labels: { severity: "page" }, annotations: { runbook_url: runbook } }] },
    ],
    finds: [
      [{ rules: [{ ...alert, annotations: { runbook_url: "ask me" } }] }, "ask me"],
      [{ labels: { severity: "page" }, rules: [alert] }, "Down"],
    ],
    says: [
      [
        { rules: [{ ...alert, annotations: { runbook_url: "http://x" } }] },
        "warning: the annotation `runbook_url` is none of those that are asked for",
      ],
    ],
  },
  { annotations: [], bySeverity: { page: ["runbook_url"] }, values: { runbook_url: ["https://.+"] } },
);
