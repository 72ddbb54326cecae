import { topkInAlert } from "../../rules/topk-in-alert.js";
import { checkAlertingRule } from "./check-alerting-rule.js";

checkAlertingRule(topkInAlert, {
  silent: [
    { expr: "topk by (job) (1, up) == 0" },
    { expr: "topk(1, up) without (pod) == 0" },
    { expr: "sum(topk(3, load)) > 5" },
    { expr: "load > scalar(topk(1, limit))" },
    { expr: "load / on () topk(1, limit) > 1" },
    { expr: "max(load) > 5" },
    { expr: "topk(1, load" },
  ],
  finds: [
    [{ expr: "topk(1, load) > 5" }, "topk"],
    [{ expr: "5 < topk(3, load)" }, "topk"],
    [{ expr: "(bottomk(3, load) * 100) < 5" }, "bottomk"],
    [{ expr: "topk(3, load > 5)" }, "topk"],
  ],
});
