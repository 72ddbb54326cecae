/**
 * A rule file as people write them; no two rules are alike.
 *
 * @param {number} from The number of the first rule.
 * @param {number} count
 */
export function ruleFile(from, count) {
  const rules = Array.from({ length: count }, (_, k) => rule(from + k));
  return `groups:\n- name: group-${from}\n  rules:\n${rules.join("")}`;
}

/** @param {number} id */
function rule(id) {
  return `  - alert: Slow${id}
    annotations:
      description: The requests of {{ $labels.job }} take longer than twice what is agreed for api-${id}.
      summary: Requests of api-${id} are slow.
    expr: |
      histogram_quantile(0.9${id}, sum by (le, job) (rate(requests_${id}_seconds_bucket{job="api-${id}"}[5m])))
        > on (job) group_left ()
      (max by (job) (limit_${id}_seconds{tier=~"gold|silver-${id}"}) * 2)
    for: ${(id % 59) + 1}m
    labels:
      severity: warning
`;
}
