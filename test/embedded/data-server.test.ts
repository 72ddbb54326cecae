import { describe, expect, test } from "vitest";
import { dataServer } from "../../src/embedded/data-server.js";

const time = 1_772_452_800;

const exposition = `# TYPE jobs_total counter
# HELP jobs_total What was done.
jobs_total{queue="a"} 5
`;

describe("what a text is, its content tells", () => {
  test.each<readonly [string, string, number, number]>([
    ["the text of an exporter, without times", exposition, time, 5],
    ["the same with times", exposition.replace(" 5\n", " 7 1772452000000\n"), 1_772_452_000, 7],
    ["OpenMetrics", '# TYPE jobs counter\njobs_total{queue="a"} 8 1772452000.5\n# EOF\n', 1_772_452_000.5, 8],
    ["a load script", '# a comment\n\nload 1m\n  jobs_total{queue="a"} 0+1x10\n', 600, 10],
    ["two load commands", 'load 1m\n  jobs_total{queue="a"} 0+1x10\n\nload 30s\n  up 1x2\n', 600, 10],
    [
      "an answer of a server",
      '{"status":"success","data":{"resultType":"matrix","result":[{"metric":{"__name__":"jobs_total"},"values":[[100,"1"],[160,"2"]]}]}}',
      160,
      2,
    ],
    [
      "its data alone, with a byte order mark",
      '\uFEFF { "resultType": "vector", "result": [{"metric":{"__name__":"jobs_total"},"value":[100,"3"]}]}',
      100,
      3,
    ],
    ["a series that begins with a brace", '{"jobs_total",queue="a"} 6\n', time, 6],
  ])("%s", async (_, text, now, value) => {
    const { server, problems } = dataServer([{ path: "a", text }], time);
    expect(problems).toEqual([]);
    expect(server.now.getTime() / 1000).toBe(now);
    const { result } = await server.instantQuery("sum(jobs_total)");
    expect(result).toMatchObject({ series: [{ sample: { time: now, value } }] });
  });
});

test("several texts are one server, which knows the types that they tell", async () => {
  const texts = [
    { path: "a.txt", text: exposition },
    { path: "b.txt", text: 'jobs_total{queue="b"} 1\n' },
  ];
  const { server, untimed } = dataServer(texts, time);
  expect(untimed).toEqual(["a.txt", "b.txt"]);
  expect(await server.labelValues("queue")).toEqual(["a", "b"]);
  expect((await server.metadata()).get("jobs_total")).toEqual([{ type: "counter", help: "What was done.", unit: "" }]);
});

test.each<readonly [string, readonly (number | undefined)[], string]>([
  ["up 1 x y\n", [1], "`x` is no timestamp"],
  ["load soon\n  up 1\n", [1], "`soon` is no step: write `load 30s`"],
  ["load 1m\n  up 1\neval instant at 1m up\n  up 1\n", [3], "only `load` is read of a test script"],
  ["load 1m\n  up 1 + 2\n", [2], "`+` is no value"],
  ['{"status":', [undefined], "the text is no JSON"],
  ['{"a": 1}', [undefined], "the JSON is no matrix and no vector of a Prometheus server"],
  ["[1]", [undefined], "the JSON is no matrix and no vector of a Prometheus server"],
])("%j is told with its line", (text, lines, message) => {
  const { problems } = dataServer([{ path: "a", text }], time);
  expect(problems.map(({ line }) => line)).toEqual(lines);
  expect(problems[0]?.path).toBe("a");
  expect(problems[0]?.message).toContain(message);
});
