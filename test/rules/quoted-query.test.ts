import { quotedQuery } from "../../rules/quoted-query.js";
import { checkRule } from "./check-rule.js";

checkRule(quotedQuery, {
  silent: [
    "up",
    '"a text of several words"',
    '"5"',
    '""',
    'label_replace(up, "a", "b", "c", "d")',
    '{"up"}',
    '"rate(up"',
    '"rate(up)"',
  ],
  finds: {
    "`rate(up[5m])`": ["`rate(up[5m])`"],
    '"up"': ['"up"'],
    "('up')": ["'up'"],
  },
  fixes: {
    "`rate(up[5m])`": "review: rate(up[5m])",
    "\"up{job='api'}\"": "review: up{job='api'}",
    "('up > 1')": "review: up > 1",
  },
});
