import { joinedLabelMissing } from "../../rules/joined-label-missing.js";
import { checkRule } from "./check-rule.js";

checkRule(joinedLabelMissing, {
  silent: [
    "a * on (job) group_left (version) b",
    "sum by (job) (a * on (job) group_left (version) sum by (job) (b))",
    "a * on (job) group_left sum by (job) (b)",
    "a * on (job) group_left (version) sum by (job, version) (b)",
    "a * on (job) group_left (version) sum without (instance) (b)",
    "a * on (job) group_left (version) (sum by (job) (b) or c)",
    'a * on (job) group_left (version) b{version=""}',
    'a * on (job) group_left (version) label_replace(sum by (job) (b), "version", "1", "", "")',
    "a * on (job) group_left (__name__) sum by (job) (b)",
    "sum by (job) (a) * on (job) group_left (version) b",
    "a * on (job) group_left (version) (b unless b)",
  ],
  finds: {
    "a * on (job) group_left (version) sum by (job) (b)": ["version"],
    "sum by (job) (a) * on (job) group_right (version) b": ["version"],
    "a * on (job) group_left (version, pod) sum by (job, pod) (b)": ["version"],
    "a * on (job) group_left (version) sum without (version) (b)": ["version"],
    "a * ignoring (version) group_left (version) sum without (version) (b)": ["version"],
    "a * on (job) group_left (version) (b + on (job) c)": ["version"],
    "a * on (job) group_left (version) (sum by (job) (b) or sum by (job) (c))": ["version"],
    'a * on (job) group_left (version) label_replace(b, "version", "", "", "")': ["version"],
    "a * on () group_left (version) vector(1)": ["version"],
    "a * on () group_left (version) absent(b)": ["version"],
    'a * on (job) group_left ("app.version") count by (job) (b)': ['"app.version"'],
    "a # what it needs\n  * on (job) group_left (version) # from the build\n  sum by (job) (b)": ["version"],
  },
  fixes: {
    "a * on (job) group_left (version) max by (job) (b)":
      "suggestion: a * on (job) group_left (version) max by (job, version) (b)",
    'a * on () group_left ("app.version") max(b)':
      'suggestion: a * on () group_left ("app.version") max by ("app.version") (b)',
    "a * on (job) group_left (version) (b + on (job) c)": "none",
  },
});

checkRule(
  joinedLabelMissing,
  {
    silent: [
      "a * on (job) group_left ($label) sum by (job) (b)",
      "a * on (job) group_left (version) sum by ($by) (b)",
      "a * on (job) group_left (version) $b",
    ],
    finds: { 'a * on (job) group_left (version) sum by (job) (b{job=~"$job"})': ["version"] },
  },
  { variables: "grafana" },
);
