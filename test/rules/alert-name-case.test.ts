import { alertNameCase } from "../../rules/alert-name-case.js";
import { checkGroups } from "./check-groups.js";

const named = (alert: string) => ({ rules: [{ alert, expr: "up == 0" }] });

checkGroups(alertNameCase, {
  silent: [named("NodeDown"), named("HTTP5xx"), named("A"), { rules: [{ record: "node_down", expr: "up == 0" }] }],
  finds: [
    [named("node_down"), "node_down"],
    [named("nodeDown"), "nodeDown"],
    [named("Node down"), "Node down"],
    [named("5xxErrors"), "5xxErrors"],
    [named("Knoten-überlastet"), "Knoten-überlastet"],
  ],
  says: [[named("node down"), "info: the alert `node down` is not named in CamelCase"]],
});

checkGroups(
  alertNameCase,
  {
    silent: [named("node_down")],
    finds: [[named("NodeDown"), "NodeDown"]],
    says: [[named("A"), "info: the name of the alert `A` does not match `[a-z_]+`"]],
  },
  { pattern: "[a-z_]+" },
);
