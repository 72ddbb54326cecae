import { zeroOffset } from "../../rules/zero-offset.js";
import { checkRule } from "./check-rule.js";

checkRule(zeroOffset, {
  silent: ["up", "up offset 5m", "up offset -1s", "up offset 1ms", "sum_over_time(up[5m] offset 1d) > 0"],
  finds: {
    "up offset 0s": ["offset 0s"],
    "up offset 0": ["offset 0"],
    "up offset -0m": ["offset -0m"],
    "up offset 0h0m": ["offset 0h0m"],
    "rate(up[5m] OFFSET 0s)": ["OFFSET 0s"],
    "max_over_time(up[5m:1m] offset 0d)": ["offset 0d"],
    "up offset 0s - up offset 0s": ["offset 0s", "offset 0s"],
  },
  fixes: {
    "up offset 0s": "safe: up",
    'up{job="#"}offset 0s or vector(1)': 'safe: up{job="#"} or vector(1)',
    "up offset 0s @ 5": "safe: up @ 5",
    "up @ 5 offset 0s": "safe: up @ 5",
    "rate(up[5m]\n  offset 0s)": "safe: rate(up[5m])",
    "rate(up[5m] # five\n  offset 0s\n)": "safe: rate(up[5m] # five\n\n)",
    "max_over_time(up[5m:1m] offset 0s)": "safe: max_over_time(up[5m:1m])",
    "rate(http_request_duration_seconds[5m] offset 0s)": "safe: rate(http_request_duration_seconds[5m])",
    '{"http.requests"} offset 0s': 'safe: {"http.requests"}',
  },
});

checkRule(zeroOffset, { silent: ["up offset $shift", "up offset ${shift}s"] }, { variables: "grafana" });
