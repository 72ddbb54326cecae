import { matchNothingRegex } from "../../rules/match-nothing-regex.js";
import { checkRule } from "./check-rule.js";

checkRule(matchNothingRegex, {
  silent: ['up{job=~".*"}', 'up{job!~".+"}', 'up{job!=".*"}', 'up{job!~"api.*"}'],
  finds: {
    'up{job!~".*"}': ['job!~".*"'],
    'absent(up{env="prod", job!~`^.*$`})': ["job!~`^.*$`"],
    'up{job!~".*", env!~".*"}': ['job!~".*"', 'env!~".*"'],
  },
  fixes: { 'up{job!~".*"}': "none" },
});

checkRule(matchNothingRegex, { silent: ['up{job!~"$job"}', 'up{job!~"$job.*"}'] }, { variables: "grafana" });
