import { identicalSides } from "../../rules/identical-sides.js";
import { checkRule } from "./check-rule.js";

checkRule(identicalSides, {
  silent: [
    "a / b",
    "1 / 1",
    "time() - time()",
    "vector(1) > vector(1)",
    "a * a",
    "a ^ a",
    "a + a",
    "a == a",
    "a != bool a",
    "a - a offset 5m",
    "a - a @ 0",
    "a or a offset 5m",
    'a{x="1"} / ignoring (x) a{x="2"}',
    "rate(a[5m]) / rate(a[10m])",
    "a / on (job) group_left sum by (job) (a)",
    "a / on (job) group_left a",
  ],
  finds: {
    "a / a": ["/"],
    "sum(a) - (sum(a))": ["-"],
    "a % a": ["%"],
    'a{x="1", y="2"} - a{y="2", x="1"}': ["-"],
    "a < a": ["<"],
    "a >= bool a": [">="],
    "a and a": ["and"],
    "a or (a)": ["or"],
    "a unless on (job) a": ["unless"],
    "sum by (job) (a) / on (job) sum(a) by (job)": ["/"],
    "a / a + b / b": ["/", "/"],
    "a offset 5m - a offset 5m": ["-"],
    'a{x=~"^1$"} / a{x="1"}': ["/"],
    'rate(a{x=~".*", y="1", y="1"}[5m]) / rate(a{y="1"}[5m])': ["/"],
  },
});

checkRule(
  identicalSides,
  { silent: ["$metric / $metric"], finds: { 'a{pod="$pod"} / a{pod="$pod"}': ["/"] } },
  { variables: "grafana" },
);
