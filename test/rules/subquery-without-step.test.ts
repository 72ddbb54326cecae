import { subqueryWithoutStep } from "../../rules/subquery-without-step.js";
import { checkRule } from "./check-rule.js";

checkRule(subqueryWithoutStep, {
  silent: ["max_over_time(up[1h])", "max_over_time(up[1h:1m])", "max_over_time(rate(up[5m])[1h:30s] offset 5m)"],
  finds: {
    "max_over_time(up[1h:])": ["[1h:]"],
    "max_over_time(rate(up[5m])[ 1h : ] offset 5m)": ["[ 1h : ]"],
    "max_over_time(max_over_time(up[5m:])[1h:] @ end())": ["[5m:]", "[1h:]"],
    "max_over_time((up # why\n  == 1)[1h:])": ["[1h:]"],
    'max_over_time({"http.up"}[1h:])': ["[1h:]"],
  },
});

checkRule(
  subqueryWithoutStep,
  {
    silent: ["max_over_time(up[$__range:$__interval])", "max_over_time(up[1h:$step])"],
    finds: { "max_over_time(up[$__range:])": ["[$__range:]"] },
  },
  { variables: "grafana" },
);
