/** What to do about the error of a scrape, in words of Prometheus or VictoriaMetrics: the first row whose pattern is in it. */
const advice: readonly (readonly [RegExp, string])[] = [
  [/connection refused/, "start the exporter, or correct the port"],
  [/no such host|server misbehaving/, "correct the host name, or look into the network's DNS"],
  [/target_limit/, "raise `target_limit`, or drop targets with a relabel rule"],
  [
    /sample[ _]limit|label[ _]\w*[ _]?limit|body size limit/i,
    "raise the limit, or drop metrics with `metric_relabel_configs`",
  ],
  [/HTTP response to HTTPS client/, "set `scheme: http`"],
  [/HTTP request to an HTTPS server|HTTP status 400|scraping "[^"]*": 400;/, "set `scheme: https`"],
  [/HTTP status 40[13]|scraping "[^"]*": 40[13];/, "give the job credentials that the exporter accepts"],
  [/HTTP status 404|scraping "[^"]*": 404;/, "correct `metrics_path`, or the port"],
  [/x509|certificate|tls:/, "give the authority that signed the certificate in `tls_config`"],
  [
    /deadline exceeded|i\/o timeout|Client\.Timeout/,
    "look whether a network policy or a firewall holds the port closed; where the exporter is slow, raise `scrape_timeout`",
  ],
  [/no route to host|network is unreachable/, "look whether the node or pod is still there, and into the network"],
  [
    /content[- ]type|\bexpected |invalid |parse/i,
    "look at what the address serves: Prometheus cannot read it as metrics",
  ],
];

/** What to look at where a target is down with this error. */
export function scrapeAdvice(error: string): string {
  return (
    advice.find(([pattern]) => pattern.test(error))?.[1] ??
    "ask the address from the server's own network, and look into its log"
  );
}
