import { rawCounterInAlert } from "../../rules/raw-counter-in-alert.js";
import { checkAlertingRule } from "./check-alerting-rule.js";

checkAlertingRule(rawCounterInAlert, {
  silent: [
    { expr: "increase(node_network_receive_errs_total[5m]) > 10" },
    { expr: "node_load1 > 10" },
    // A native histogram is no number.
    { expr: "prometheus_http_request_duration_seconds > 10" },
    { expr: "some_duration_seconds_count > 10" },
    { expr: "some_errors_total > 10" },
    { expr: "node_network_receive_errs_total == 0" },
    { expr: "node_network_receive_errs_total < 1" },
    { expr: "node_network_receive_errs_total > node_network_receive_packets_total" },
    { expr: "node_network_receive_errs_total - node_network_receive_errs_total offset 5m > 10" },
    { expr: "node_network_receive_errs_total offset 5m > 10" },
    { expr: "node_network_receive_errs_total > 10 and node_load1 > 1" },
    { expr: "node_network_receive_errs_total > 10 unless node_network_receive_errs_total offset 5m > 10" },
    { expr: "count(node_network_receive_errs_total) > 10" },
    { expr: "node_network_receive_errs_total" },
    { expr: "node_network_receive_errs_total >" },
  ],
  finds: [
    [{ expr: "node_network_receive_errs_total > 0" }, "node_network_receive_errs_total"],
    [{ expr: "5 <= node_network_receive_errs_total" }, "node_network_receive_errs_total"],
    [{ expr: '(node_network_receive_errs_total{device="eth0"}) >= 5 * 2' }, "node_network_receive_errs_total"],
    [{ expr: "up == 0 or max(node_network_receive_errs_total) > 5" }, "node_network_receive_errs_total"],
    [{ expr: "prometheus_http_request_duration_seconds_count > 9" }, "prometheus_http_request_duration_seconds_count"],
    [{ expr: "sum(go_gc_duration_seconds_count) > 9" }, "go_gc_duration_seconds_count"],
    [{ expr: "node_network_receive_errs_total > bool 5" }, "node_network_receive_errs_total"],
  ],
  fixes: [
    [{ expr: "node_network_receive_errs_total > 5" }, "review: increase(node_network_receive_errs_total[5m]) > 5"],
    [
      { expr: 'sum(node_network_receive_errs_total{device="eth0"}) > 5' },
      'review: sum(increase(node_network_receive_errs_total{device="eth0"}[5m])) > 5',
    ],
  ],
});
