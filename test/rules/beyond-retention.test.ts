import { beyondRetention } from "../../rules/beyond-retention.js";
import { checkRule } from "./check-rule.js";
import { serverWith } from "./server-with.js";

checkRule(
  beyondRetention,
  {
    silent: [
      "up",
      "rate(up[15d])",
      "up offset 14d",
      "up offset -30d",
      "up @ 0",
      "avg_over_time(up[30d] @ end())",
      "avg_over_time(up[14d:1h] offset 1d)",
      "vector(2592000)",
    ],
    finds: {
      "rate(up[16d])": ["[16d]"],
      "rate(up[8d] offset 8d)": ["[8d]"],
      "rate(up[1h] offset 16d)": ["offset 16d"],
      "up offset 16d": ["offset 16d"],
      "avg_over_time(rate(up[1h])[15d:1h])": ["[15d:1h]"],
      "max_over_time(sum(up offset 1d)[15d:1h])": ["[15d:1h]"],
      "avg_over_time((up + up)[30d:1h])": ["[30d:1h]"],
    },
  },
  { server: serverWith({ retention: 15 * 86_400 }) },
);

checkRule(
  beyondRetention,
  { silent: ["rate(up[$window])", "rate(up[1h] offset $offset)"], finds: { 'rate(up{a="$a"}[30d])': ["[30d]"] } },
  { server: serverWith({ retention: 15 * 86_400 }), variables: "grafana" },
);

checkRule(beyondRetention, { silent: ["rate(up[30d])"] }, { server: serverWith({}) });
