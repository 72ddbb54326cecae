import { describe, expect, test } from "vitest";
import { createStorage, loadAnswer, loadExposition, loadNotation, type Storage } from "../../src/engine/index.js";
import { printLabels } from "../../src/engine/labels.js";
import { parseNotedSeries } from "../../src/engine/readers/series-notation.js";

/** Each series as its labels and its samples. */
function written(storage: Storage): readonly string[] {
  return storage.select([]).map((series) => {
    const { times, values, natives } = storage.points(series);
    const samples = Array.from(times, (time, k) => `${time / 1000}=${values[k]}`);
    return [printLabels(series.labels), ...samples, ...Array.from(natives, (time) => `${time / 1000}=native`)].join(
      " ",
    );
  });
}

describe("the notation of test scripts", () => {
  test.each([
    ["up 1", "1"],
    ['up{job="a"} 1 2.5 -3', "1 2.5 -3"],
    ["up 0+10x3", "0 10 20 30"],
    ["up 5-2x2", "5 3 1"],
    ["up -1-2x3", "-1 -3 -5 -7"],
    ["up 1x3", "1 1 1 1"],
    ["up 0x2", "0 0 0"],
    ["up 1e3+1e2x1", "1000 1100"],
    ["up _ 1 _x2 2", "missing 1 missing missing 2"],
    ["up 1 stale", "1 stale"],
    ["up NaN Inf -Inf +inf", "NaN Infinity -Infinity Infinity"],
    ["up {{schema:1 count:2 buckets:[1 2]}} 3", "native 3"],
    ["up {{count:1}}+{{count:1}}x2", "native native native"],
    ["{} 1", "1"],
    ["up", ""],
  ])("%s", (line, expected) => {
    const series = parseNotedSeries(line);
    expect("mistake" in series ? series.mistake : series.values.join(" ")).toBe(expected);
  });

  test.each([
    ['up{job="a b",x="}"} 1', '{__name__="up", job="a b", x="}"}'],
    ["{\"http.requests\", a='b'} 1", '{__name__="http.requests", a="b"}'],
    ['{__name__="up"} 1', '{__name__="up"}'],
    ["rule:name:sum5m 1", '{__name__="rule:name:sum5m"}'],
    ['up {a="b"} 1', '{__name__="up", a="b"}'],
  ])("%s is named", (line, expected) => {
    const series = parseNotedSeries(line);
    expect("mistake" in series ? series.mistake : printLabels(series.labels)).toBe(expected);
  });

  test.each([
    ["up one", "`one` is no value: write a number, `_`, `stale` or `0+1x5`"],
    ["up {{count:1}} {{count:1", "`{{` is never closed: a native histogram ends with `}}`"],
    ["up 1+2", "`1+2` does not say how often: write `1+2x5`"],
    ['up{job!="a"} 1', '"up{job!=\\"a\\"}" is no series: a label has its value after `=`'],
    ["up{job=} 1", /^"up\{job=\}" is no series: /],
    ["sum(up) 1", /^"sum\(up\)" is no series: /],
    ["up 0+1x99999999", "a series has more than 1000000 values"],
    ["up 1x99999999999999999999", "a series has more than 1000000 values"],
    ["up _x99999999", "a series has more than 1000000 values"],
  ])("%s is told to be wrong", (line, message) => {
    const series = parseNotedSeries(line);
    expect("mistake" in series && series.mistake).toEqual(
      message instanceof RegExp ? expect.stringMatching(message) : message,
    );
  });

  test("is read line by line, and what is wrong is told with its line", () => {
    const storage = createStorage();
    const text = '# a comment\nup 1 2\n\nup{x="1"} oops\r\ndown 3\n';
    expect(loadNotation(storage, text, { step: 30, start: 60 })).toEqual([
      { line: 4, message: "`oops` is no value: write a number, `_`, `stale` or `0+1x5`" },
    ]);
    expect(written(storage)).toEqual(['{__name__="down"} 60=3', '{__name__="up"} 60=1 90=2']);
  });
});

describe("expositions", () => {
  test("with timestamps, many samples of a series", () => {
    const storage = createStorage();
    expect(loadExposition(storage, 'up{a="b"} 1 1500\nup{a="b"} NaN 2500\n')).toEqual([]);
    expect(written(storage)).toEqual(['{__name__="up", a="b"} 1.5=1 2.5=NaN']);
  });

  test("of OpenMetrics, in seconds", () => {
    const storage = createStorage();
    expect(loadExposition(storage, "# TYPE c counter\nc_total 5 1.5\n# EOF\n")).toEqual([]);
    expect(written(storage)).toEqual(['{__name__="c_total"} 1.5=5']);
  });

  test("without timestamps need a time", () => {
    const storage = createStorage();
    expect(loadExposition(storage, "up 1\n", { time: 7 })).toEqual([]);
    expect(loadExposition(storage, "down 1\n")).toEqual([
      { message: "1 sample has no timestamp and is left out: add it, or give a time" },
    ]);
    expect(written(storage)).toEqual(['{__name__="up"} 7=1']);
  });

  test.each([
    ['# TYPE h histogram\nh_bucket{le="1"} 2 1000\n', '{__name__="h_bucket", le="1.0"} 1=2'],
    ['# TYPE h histogram\nh_bucket{le="+Inf"} 2 1000\n', '{__name__="h_bucket", le="+Inf"} 1=2'],
    ['# TYPE h histogram\nh_bucket{le="much"} 2 1000\n', '{__name__="h_bucket", le="much"} 1=2'],
    ['# TYPE s summary\ns{quantile="1"} 2 1000\n', '{__name__="s", quantile="1.0"} 1=2'],
    ['# TYPE g gauge\ng{le="1"} 2 1000\n', '{__name__="g", le="1"} 1=2'],
    ['h_bucket{le="1"} 2 1000\n', '{__name__="h_bucket", le="1"} 1=2'],
  ])("%j keeps its bounds as a server does", (text, expected) => {
    const storage = createStorage();
    loadExposition(storage, text);
    expect(written(storage)).toEqual([expected]);
  });

  test("with mistakes are read as far as they go", () => {
    const storage = createStorage();
    expect(loadExposition(storage, "up one 1000\ndown 1 1000\n")).toMatchObject([{ line: 1 }]);
    expect(written(storage)).toEqual(['{__name__="down"} 1=1']);
  });
});

describe("answers of a server", () => {
  const matrix = {
    resultType: "matrix",
    result: [
      {
        metric: { a: "b" },
        values: [
          [1.5, "2"],
          [2, "+Inf"],
          [3, "NaN"],
        ],
      },
    ],
  };

  test.each([
    ["a matrix", { status: "success", data: matrix }, ['{a="b"} 1.5=2 2=Infinity 3=NaN']],
    ["its data alone", matrix, ['{a="b"} 1.5=2 2=Infinity 3=NaN']],
    ["a vector", { resultType: "vector", result: [{ metric: {}, value: [1, "-Inf"] }] }, ["{} 1=-Infinity"]],
    ["native histograms", { resultType: "vector", result: [{ metric: {}, histogram: [1, {}] }] }, ["{} 1=native"]],
  ])("%s", (_, json, expected) => {
    const storage = createStorage();
    expect(loadAnswer(storage, JSON.stringify(json))).toEqual([]);
    expect(written(storage)).toEqual(expected);
  });

  test.each([
    ["{", /^the text is no JSON: /],
    ["[]", "the JSON is no matrix and no vector of a Prometheus server"],
    ['{"resultType":"scalar","result":[1,"2"]}', "the JSON is no matrix and no vector of a Prometheus server"],
    [
      '{"resultType":"vector","result":[{"metric":{"a":1},"value":[1,"2"]}]}',
      "series 1 has no labels: `metric` is an object of texts",
    ],
    ['{"resultType":"vector","result":[{"metric":{}}]}', "series 1 has no samples"],
    [
      '{"resultType":"vector","result":[{"metric":{},"value":[1,"x"]}]}',
      'series 1 has the sample [1,"x"], which is no pair of a time and a value',
    ],
    ['{"resultType":"vector","result":[null]}', "series 1 has no labels: `metric` is an object of texts"],
  ])("%s is told to be wrong", (json, message) => {
    const [problem] = loadAnswer(createStorage(), json);
    expect(problem?.message).toEqual(message instanceof RegExp ? expect.stringMatching(message) : message);
  });
});
