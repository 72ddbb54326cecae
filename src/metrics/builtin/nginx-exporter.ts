import type { MetricTable } from "./table.js";

/**
 * What the NGINX Prometheus exporter 1 gives of an open-source nginx.
 * Source: https://github.com/nginx/nginx-prometheus-exporter#exported-metrics.
 */
export const nginxExporter: MetricTable = {
  source: "nginx-exporter",
  own: ["nginx"],
  rows: `
nginx_connections_accepted  counter  -                                         Connections that nginx has accepted
nginx_connections_active    gauge    -                                         Connections that are open
nginx_connections_handled   counter  -                                         Connections that nginx has handled
nginx_connections_reading   gauge    -                                         Connections whose request is being read
nginx_connections_waiting   gauge    -                                         Connections that wait for a request
nginx_connections_writing   gauge    -                                         Connections to which an answer is being written
nginx_exporter_build_info   gauge    branch,goarch,goos,goversion,revision,tags,version  Version of the exporter
nginx_http_requests_total   counter  -                                         Requests
nginx_up                    gauge    -                                         1 if nginx has answered the exporter, else 0
`,
};
