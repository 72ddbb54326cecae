import { expect, test } from "vitest";
import { scrapeAdvice } from "../../src/status/scrape-errors.js";

test.each([
  ["dial tcp 10.0.0.1:9100: connect: connection refused", "start the exporter, or correct the port"],
  ["dial tcp: lookup node on 10.0.0.10:53: no such host", "correct the host name, or look into the network's DNS"],
  ["sample limit exceeded", "raise the limit, or drop metrics with `metric_relabel_configs`"],
  ["label_value_length_limit exceeded", "raise the limit, or drop metrics with `metric_relabel_configs`"],
  ["http: server gave HTTP response to HTTPS client", "set `scheme: http`"],
  ["server returned HTTP status 400 Bad Request", "set `scheme: https`"],
  ["server returned HTTP status 403 Forbidden", "give the job credentials that the exporter accepts"],
  ["server returned HTTP status 404 Not Found", "correct `metrics_path`, or the port"],
  [
    "tls: failed to verify certificate: x509: certificate signed by unknown authority",
    "give the authority that signed the certificate in `tls_config`",
  ],
  [
    "dial tcp 10.0.0.1:9100: connect: no route to host",
    "look whether the node or pod is still there, and into the network",
  ],
  [
    'expected value after metric, got "<" ("INVALID") while parsing: "<"',
    "look at what the address serves: Prometheus cannot read it as metrics",
  ],
  [
    'unexpected status code returned when scraping "http://a:1/metrics": 403; expecting 200; response body: ""',
    "give the job credentials that the exporter accepts",
  ],
  [
    'unexpected status code returned when scraping "http://a:1/metrics": 503; expecting 200; response body: "busy"',
    "ask the address from the server's own network, and look into its log",
  ],
  [
    "server returned HTTP status 500 Internal Server Error",
    "ask the address from the server's own network, and look into its log",
  ],
])("%s", (error, advice) => {
  expect(scrapeAdvice(error)).toBe(advice);
});
