import { expect, test } from "vitest";
import { check } from "../../src/check/check.js";
import { parse } from "../../src/syntax/parse.js";
import { print } from "../../src/syntax/print.js";
import { withoutPlaces } from "./without-places.js";

const variables = "grafana";

test.each([
  ["in a string", 'up{job="$job"}', 'up{job="$job"}'],
  ["in a pattern", 'up{job=~"${job:regex}|a["}', 'up{job=~"${job:regex}|a["}'],
  ["as a value", "up{job=$job}", "up{job=$job}"],
  ["as a whole matcher", "up{$filter}", "up{$filter}"],
  ["as one of many matchers", "up{a='b',${filter},c='d'}", 'up{${filter},a="b",c="d"}'],
  ["as a label", "up{$label='a'}", 'up{$label="a"}'],
  ["as a range", "rate(up[$__rate_interval])", "rate(up[$__rate_interval])"],
  ["as a range with a unit", "rate(up[${minutes}m])", "rate(up[${minutes}m])"],
  ["as a number of a range", "rate(up[5$unit])", "rate(up[5$unit])"],
  ["as a range and a step", "up[$a:[[b]]]", "up[$a:[[b]]]"],
  ["in arithmetic", "up[$__interval * 2]", "up[$__interval * 2]"],
  ["as an offset", "up offset $shift", "up offset $shift"],
  ["in a list of labels", "sum by ($group, job) (up)", "sum by ($group, job) (up)"],
  ["in a matching", "a + on ($labels) group_left ([[more]]) b", "a + on ($labels) group_left ([[more]]) b"],
  ["as a number", "topk($n, up) > $limit", "topk($n, up) > $limit"],
  ["as a metric", "rate($metric[5m])", "rate($metric[5m])"],
  ["as a metric with matchers", "$metric{a='b'}", '$metric{a="b"}'],
  ["as part of a name", "node_${what}_bytes", "node_${what}_bytes"],
  ["as the end of a name", "node_$what", "node_$what"],
  ["as a function", "$function(up[5m])", "$function(up[5m])"],
  ["as a range beside brackets", "up[[[range]]]", "up[[[range]]]"],
])("a variable may stand %s: %s", (_place, query, printed) => {
  const { expr, problems } = parse(query, { variables });
  expect(problems).toEqual([]);
  expect(expr && print(expr)).toBe(printed);
  expect(withoutPlaces(parse(printed, { variables }).expr)).toEqual(withoutPlaces(expr));
  expect(check(parse(query, { variables }))).toEqual([]);
});

test.each([
  ["rate(up[$__interval]", "("],
  ["up{job=$job", "{"],
  ["$a $b", "$b"],
  ["up[$a b]", "b"],
])("a mistake beside a variable is found: %s", (query, underlined) => {
  expect(parse(query, { variables }).problems.map(({ at }) => query.slice(at.from, at.to))).toEqual([underlined]);
});
