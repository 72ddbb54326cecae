/** The incidents of the demo cluster. */
export type IncidentName =
  | "crash-looping-pod"
  | "disk-filling-up"
  | "no-pod-addresses"
  | "slow-apiserver"
  | "target-down"
  | "nginx-5xx"
  | "failed-queries";

/** Something that goes wrong in the demo cluster, to be found with queries. */
export interface Incident {
  readonly name: IncidentName;
  readonly title: string;
  /** What happens, and where. */
  readonly story: string;
  /** In milliseconds since 1970. */
  readonly since: number;
  /** When it ends, in milliseconds since 1970; missing where it lasts. */
  readonly until?: number;
  /** How long after each start it starts again, in milliseconds; missing where it does not. It divides a day. */
  readonly every?: number;
  /** Queries that show it while it lasts. */
  readonly queries: readonly string[];
}

/** The incidents by name. */
export type Incidents = Readonly<Record<IncidentName, Incident>>;

/** Whether an incident is under way at a time. */
export function isUnderWay(incident: Incident, time: number): boolean {
  const { since, until } = lastTime(incident, time);
  return time >= since && (until === undefined || time < until);
}

/** When an incident started last before a time, and when that ended or will end; its first time, if it is still to come. */
export function lastTime({ since, until, every }: Incident, time: number): Pick<Incident, "since" | "until"> {
  const later = every === undefined ? 0 : Math.max(Math.floor((time - since) / every), 0) * every;
  return { since: since + later, ...(until !== undefined && { until: until + later }) };
}

/** All incidents as seen from a moment, in milliseconds since 1970. Most of them are under way then. */
export function incidentsBefore(now: number): Incidents {
  const ago = (minutes: number) => now - minutes * 60_000;
  const hour = 3_600_000;
  return {
    "crash-looping-pod": {
      name: "crash-looping-pod",
      title: "A container runs out of memory and is restarted again and again",
      story:
        "The memory of `checkout` in the namespace `shop` grows until its limit. It is killed, and waits longer each time.",
      since: ago(95),
      queries: [
        'increase(kube_pod_container_status_restarts_total{namespace="shop"}[1h]) > 3',
        'max_over_time(kube_pod_container_status_waiting_reason{reason="CrashLoopBackOff"}[10m]) == 1',
        'kube_pod_container_status_last_terminated_reason{reason="OOMKilled"} == 1',
      ],
    },
    "disk-filling-up": {
      name: "disk-filling-up",
      title: "A disk fills up and will be full within hours",
      story: "The root file system of the second node grows by the hour, since a log is never rotated.",
      since: ago(10 * 60),
      queries: [
        'node_filesystem_avail_bytes{mountpoint="/"} / node_filesystem_size_bytes{mountpoint="/"} < 0.2',
        'predict_linear(node_filesystem_avail_bytes{mountpoint="/"}[1h], 4 * 3600) < 0',
      ],
    },
    "no-pod-addresses": {
      name: "no-pod-addresses",
      title: "A node has no free addresses for pods",
      story: "`worker` was scaled up, and the subnet of the third node has no address left. Two pods wait for one.",
      since: ago(50),
      queries: [
        "awscni_total_ip_addresses - awscni_assigned_ip_addresses == 0",
        "increase(awscni_no_available_ip_addresses[15m]) > 0",
        'kube_pod_container_status_waiting_reason{reason="ContainerCreating"} == 1',
      ],
    },
    "slow-apiserver": {
      name: "slow-apiserver",
      title: "One of the two API servers answers slowly",
      story: "etcd answers late on one API server. Requests take seconds there, and some of them time out.",
      since: ago(35),
      queries: [
        'histogram_quantile(0.99, sum by (instance, le) (rate(apiserver_request_duration_seconds_bucket{verb!="WATCH"}[5m]))) > 1',
        'sum by (instance) (rate(apiserver_request_total{code="504"}[5m])) > 0',
      ],
    },
    "target-down": {
      name: "target-down",
      title: "A target cannot be scraped",
      story: "kube-proxy of the second node does not answer Prometheus any more.",
      since: ago(25),
      queries: ["up == 0"],
    },
    "nginx-5xx": {
      name: "nginx-5xx",
      title: "nginx answers many requests with errors",
      story: "For 20 minutes a third of the requests to the shop got a 502 or 503 from the ingress controller.",
      since: ago(75),
      until: ago(55),
      every: 2 * hour,
      queries: [
        'sum(rate(nginx_ingress_controller_requests{status=~"5.."}[5m])) / sum(rate(nginx_ingress_controller_requests[5m])) > 0.1',
      ],
    },
    "failed-queries": {
      name: "failed-queries",
      title: "Names outside the cluster are not resolved",
      story: "The resolver of the network failed for 15 minutes, so that CoreDNS answered SERVFAIL.",
      since: ago(150),
      until: ago(135),
      every: 3 * hour,
      queries: ['sum(rate(coredns_dns_responses_total{rcode="SERVFAIL"}[5m])) > 1'],
    },
  };
}
