import type { MetricTable } from "./table.js";

/**
 * Some of what the controller of ingress-nginx gives; labels depend on its flags.
 * Source: https://kubernetes.github.io/ingress-nginx/user-guide/monitoring/#exposed-metrics.
 */
export const ingressNginx: MetricTable = {
  source: "ingress-nginx",
  shared: ["nginx"],
  rows: `
nginx_ingress_controller_config_last_reload_successful      gauge      *  1 if nginx runs with the newest configuration
nginx_ingress_controller_nginx_process_connections          gauge      *  Connections of clients by state
nginx_ingress_controller_request_duration_seconds           histogram  *  Time from the first byte of a request to the last of the answer
nginx_ingress_controller_requests                           counter    *  Requests of clients by status, ingress and service
`,
};
