import { recordingRuleName } from "../../rules/recording-rule-name.js";
import { checkGroups } from "./check-groups.js";

const named = (record: string) => ({ rules: [{ record, expr: "sum by (job) (up)" }] });

checkGroups(recordingRuleName, {
  silent: [
    named("job:up:sum"),
    named(":up:sum"),
    named("node_namespace_pod:kube_pod_info:"),
    { rules: [{ alert: "down", expr: "up == 0" }] },
  ],
  finds: [
    [named("up_sum"), "up_sum"],
    [named("job:up"), "job:up"],
    [named("job::sum"), "job::sum"],
    [named("cluster:job:up:sum"), "cluster:job:up:sum"],
  ],
  says: [[named("up_sum"), "info: the name `up_sum` does not tell the level, the metric and the operations"]],
});

checkGroups(
  recordingRuleName,
  {
    silent: [named("team_x:up")],
    finds: [[named("job:up:sum"), "job:up:sum"]],
    says: [[named("up"), "info: the name `up` does not match `team_.+`"]],
  },
  { pattern: "team_.+" },
);
