import { irateInAlert } from "../../rules/irate-in-alert.js";
import { checkRule } from "./check-rule.js";

checkRule(
  irateInAlert,
  {
    silent: [
      "rate(x_total[5m]) > 1",
      "idelta(x[5m]) > 1",
      "avg_over_time(irate(x_total[5m])[10m:]) > 1",
      "max_over_time((sum(irate(x_total[5m])) * 2)[10m:1m]) > 1",
    ],
    finds: {
      "irate(x_total[5m]) > 1": ["irate"],
      "sum(irate(x_total[5m])) / sum(irate(y_total[5m])) > 0.1": ["irate", "irate"],
      "irate(x_total[5m]) > avg_over_time(irate(x_total[5m])[1d:])": ["irate"],
    },
    fixes: { "irate(x_total[5m] offset 1h) > 1": "review: rate(x_total[5m] offset 1h) > 1" },
  },
  { use: "alert" },
);

checkRule(irateInAlert, { silent: ["irate(x_total[5m])"] }, { use: "range" });
checkRule(irateInAlert, { silent: ["irate(x_total[5m])"] }, { use: "instant" });
checkRule(irateInAlert, { silent: ["irate(x_total[5m])"] }, { use: "record" });
