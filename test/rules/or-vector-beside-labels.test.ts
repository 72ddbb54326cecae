import { orVectorBesideLabels } from "../../rules/or-vector-beside-labels.js";
import { checkRule } from "./check-rule.js";

checkRule(orVectorBesideLabels, {
  silent: [
    "sum(up) or vector(0)",
    "absent(up) or vector(0)",
    "vector(0) or up",
    "sum by (job) (up) or on () vector(0)",
    "sum by (job) (up) or sum(up)",
    "sum(sum by (job) (up) or vector(0))",
    "max by () (up or vector(0))",
    "(sum by (job) (up) or vector(0)) > 0",
    "sum by (job) (up) and vector(0)",
    "scalar(up or vector(0))",
    "sum by (job) (up) or vector(0) * up",
    'sum(sum by (job) (up) or vector(0)) or sum by (job) (up{env="x"})',
  ],
  finds: {
    "sum by (job) (up) or vector(0)": ["or vector(0)"],
    "up or vector(0)": ["or vector(0)"],
    "up or (vector(time()))": ["or (vector(time()))"],
    "sum by (job) (up) or ignoring (env) vector(0)": ["or ignoring (env) vector(0)"],
    "sum by (job) (up or vector(0))": ["or vector(0)"],
    "(sum by (job) (up) or vector(0)) > -1": ["or vector(0)"],
    "100 * (sum by (job) (up) # all\n  or vector(1))": ["or vector(1)"],
    'sum by (job) (rate({"http.requests"}[5m])) or vector(0)': ["or vector(0)"],
    "sum by (job) (rate(http_request_duration_seconds[5m])) or vector(0)": ["or vector(0)"],
  },
});

checkRule(
  orVectorBesideLabels,
  {
    silent: ["sum(rate($metric[5m])) or vector(0)", "sum by (job) (up) or $other"],
    finds: { "sum by ($group) (up) or vector(0)": ["or vector(0)"] },
  },
  { variables: "grafana" },
);
