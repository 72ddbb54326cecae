import type { MetricTable } from "./table.js";

/**
 * What CoreDNS 1.7 and later give.
 * Source: the README of each plugin in https://github.com/coredns/coredns/tree/master/plugin.
 */
export const coreDns: MetricTable = {
  source: "coredns",
  own: ["coredns"],
  rows: `
coredns_build_info                    gauge      goversion,revision,version          Version of CoreDNS
coredns_dns_do_requests_total         counter    server,view,zone                    Requests for DNSSEC
coredns_dns_https_responses_total     counter    server,status                       Answers over HTTPS
coredns_dns_quic_responses_total      counter    server,status                       Answers over QUIC
coredns_dns_request_duration_seconds  histogram  server,type,view,zone               Time to answer a request
coredns_dns_request_size_bytes        histogram  proto,server,type,view,zone         Sizes of requests
coredns_dns_requests_total            counter    family,proto,server,type,view,zone  Requests
coredns_dns_response_size_bytes       histogram  proto,server,type,view,zone         Sizes of answers
coredns_dns_responses_total           counter    plugin,rcode,server,type,view,zone  Answers
coredns_panics_total                  counter    -                                   Panics
coredns_plugin_enabled                gauge      name,server,view,zone               One for each plugin that a server uses

coredns_acl_allowed_requests_total                            counter    *                       Requests that a policy has allowed
coredns_acl_blocked_requests_total                            counter    *                       Requests that a policy has blocked
coredns_acl_dropped_requests_total                            counter    *                       Requests that a policy has dropped
coredns_acl_filtered_requests_total                           counter    *                       Requests that a policy has answered with nothing
coredns_autopath_success_total                                counter    server                  Requests answered with the help of a search path
coredns_cache_drops_total                                     counter    *                       Answers not cached because the name differs
coredns_cache_entries                                         gauge      server,type,view,zones  Cached answers
coredns_cache_evictions_total                                 counter    server,type,view,zones  Answers that made room in the cache
coredns_cache_hits_total                                      counter    server,type,view,zones  Requests answered from the cache
coredns_cache_misses_total                                    counter    server,view,zones       Requests not answered from the cache
coredns_cache_prefetch_total                                  counter    *                       Answers fetched again before they expire
coredns_cache_requests_total                                  counter    server,view,zones       Requests to the cache
coredns_cache_served_stale_total                              counter    server,view,zones       Requests answered with an expired answer
coredns_dns64_requests_translated_total                       counter    *                       Requests answered with a translated address
coredns_dnssec_cache_entries                                  gauge      server,type             Cached signatures
coredns_dnssec_cache_hits_total                               counter    server                  Signatures found in the cache
coredns_dnssec_cache_misses_total                             counter    server                  Signatures not found in the cache
coredns_grpc_request_duration_seconds                         histogram  to                      Duration of requests to an upstream over gRPC
coredns_grpc_requests_total                                   counter    to                      Requests to an upstream over gRPC
coredns_grpc_responses_total                                  counter    rcode,to                Answers of an upstream over gRPC
coredns_health_request_duration_seconds                       histogram  -                       Duration of requests for its own health
coredns_health_request_failures_total                         counter    -                       Failed requests for its own health
coredns_hosts_entries                                         gauge      -                       Entries of the hosts file
coredns_hosts_reload_timestamp_seconds                        gauge      -                       When the hosts file was last read, since 1970
coredns_kubernetes_dns_programming_duration_seconds           histogram  service_kind            Time from a change of a service until CoreDNS knows it
coredns_kubernetes_rest_client_rate_limiter_duration_seconds  histogram  host,verb               Time that requests to the API server waited
coredns_kubernetes_rest_client_request_duration_seconds       histogram  host,verb               Duration of requests to the API server
coredns_kubernetes_rest_client_requests_total                 counter    code,host,method        Requests to the API server
coredns_local_localhost_requests_total                        counter    -                       Requests for localhost
coredns_reload_failed_total                                   counter    -                       Failed reloads of the configuration
coredns_reload_version_info                                   gauge      hash,value              Hash of the configuration
coredns_template_matches_total                                counter    *                       Requests that a template answers
coredns_template_rr_failures_total                            counter    *                       Answers of templates that are no records
coredns_template_template_failures_total                      counter    *                       Templates that failed

coredns_forward_conn_cache_hits_total         counter    proto,to             Connections to an upstream used again
coredns_forward_conn_cache_misses_total       counter    proto,to             New connections to an upstream
coredns_forward_healthcheck_broken_total      counter    -                    Times that all upstreams were unhealthy
coredns_forward_healthcheck_failures_total    counter    rcode,to             Failed health checks of an upstream
coredns_forward_max_concurrent_rejects_total  counter    -                    Requests rejected because too many were in progress
coredns_forward_request_duration_seconds      histogram  rcode,to             Duration of requests to an upstream
coredns_forward_requests_total                counter    to                   Requests to an upstream
coredns_forward_responses_total               counter    rcode,to             Answers of an upstream
coredns_forward_sockets_open                  gauge      to                   Sockets to an upstream
coredns_proxy_conn_cache_hits_total           counter    proto,proxy_name,to  Connections to an upstream used again
coredns_proxy_conn_cache_misses_total         counter    proto,proxy_name,to  New connections to an upstream
coredns_proxy_healthcheck_failures_total      counter    proxy_name,rcode,to  Failed health checks of an upstream
coredns_proxy_request_duration_seconds        histogram  proxy_name,rcode,to  Duration of requests to an upstream
`,
};
