import { describe, expect, test } from "vitest";
import { compareLabels, type Labels, labelsOf, labelValue, printLabels, withLabel } from "../../src/engine/labels.js";
import { markAt, writeMark } from "../../src/engine/marks.js";
import { createStorage, instantQuery, matcher, type Storage } from "../../src/engine/index.js";

const series = [
  { __name__: "up", job: "api", instance: "a" },
  { __name__: "up", job: "api", instance: "b" },
  { __name__: "up", job: "node" },
  { __name__: "down", job: "api" },
];

function loaded(): Storage {
  const storage = createStorage();
  series.forEach((labels, k) => storage.append(labelsOf(Object.entries(labels)), 1000, k));
  return storage;
}

describe("conditions select series, sorted by their labels", () => {
  test.each([
    ["no condition", [], [3, 0, 1, 2]],
    ['job="api"', [matcher("job", "=", "api")], [3, 0, 1]],
    ['job="api" instance!=""', [matcher("job", "=", "api"), matcher("instance", "!=", "")], [0, 1]],
    ['instance=""', [matcher("instance", "=", "")], [3, 2]],
    ['instance=~"a|c"', [matcher("instance", "=~", "a|c")], [0]],
    ['instance=~"a?"', [matcher("instance", "=~", "a?")], [3, 0, 2]],
    ['__name__!~"u.*"', [matcher("__name__", "!~", "u.*")], [3]],
    ['job="nope"', [matcher("job", "=", "nope")], []],
    ['job=~"("', [matcher("job", "=~", "(")], []],
  ] as const)("%s", (_, matchers, expected) => {
    const storage = loaded();
    expect(storage.select(matchers).map((each) => storage.points(each).values[0])).toEqual(expected);
  });
});

describe("samples stand in the order of time", () => {
  test.each<readonly [string, readonly (readonly [number, number | "stale" | "native"])[], string]>([
    [
      "one after another",
      [
        [1, 5],
        [2, 6],
      ],
      "1=5 2=6",
    ],
    [
      "a late one",
      [
        [3, 7],
        [1, 5],
        [2, 6],
      ],
      "1=5 2=6 3=7",
    ],
    [
      "two at one time: the later call counts",
      [
        [1, 5],
        [2, 6],
        [1, 8],
      ],
      "1=8 2=6",
    ],
    [
      "marks are left out",
      [
        [1, 5],
        [2, "stale"],
        [3, "native"],
        [4, NaN],
      ],
      "1=5 4=NaN",
    ],
    [
      "many",
      Array.from({ length: 40 }, (_, k) => [k, k] as const),
      Array.from({ length: 40 }, (_, k) => `${k}=${k}`).join(" "),
    ],
  ])("%s", (_, samples, expected) => {
    const storage = createStorage();
    for (const [time, value] of samples) storage.append(labelsOf([["a", "b"]]), time, value);
    const points = storage.select([]).map((each) => storage.points(each));
    expect(points.map(({ times, values }) => Array.from(times, (time, k) => `${time}=${values[k]}`).join(" "))).toEqual(
      [expected],
    );
    expect(storage.size()).toEqual({ series: 1, samples: new Set(samples.map(([time]) => time)).size });
  });

  test("what was read before is up to date after more samples", () => {
    const storage = loaded();
    const values = () => storage.select([matcher("job", "=", "node")]).map((each) => [...storage.points(each).values]);
    expect(values()).toEqual([[2]]);
    storage.append(
      labelsOf([
        ["__name__", "up"],
        ["job", "node"],
      ]),
      2000,
      9,
    );
    expect(values()).toEqual([[2, 9]]);
  });
});

describe("a series with all its samples", () => {
  const labels = labelsOf([["a", "b"]]);

  test("shares its arrays until a sample is added", () => {
    const [times, values] = [Float64Array.of(1, 2), Float64Array.of(5, 6)];
    const storage = createStorage();
    storage.add(labels, times, values);
    storage.add(labelsOf([["a", "c"]]), times, values);
    storage.append(labels, 2, 9);
    storage.append(labels, 3, "stale");
    const points = storage.select([]).map((series) => [...storage.points(series).values]);
    expect(points).toEqual([
      [5, 9],
      [5, 6],
    ]);
    expect([[...times], [...values]]).toEqual([
      [1, 2],
      [5, 6],
    ]);
  });

  test.each<readonly [string, Float64Array, Float64Array, string]>([
    ["more times than values", Float64Array.of(1, 2), Float64Array.of(1), "2 times have 1 values"],
    ["a time twice", Float64Array.of(1, 1), Float64Array.of(1, 2), "the time at 1 is not after the one before"],
    ["no time", Float64Array.of(1, NaN), Float64Array.of(1, 2), "the time at 1 is not after the one before"],
  ])("%s", (_, times, values, message) => {
    expect(() => {
      createStorage().add(labels, times, values);
    }).toThrow(new RangeError(message));
  });

  test("is new", () => {
    const storage = loaded();
    expect(() => {
      storage.add(labelsOf(Object.entries(series[2] ?? {})), new Float64Array(), new Float64Array());
    }).toThrow(new RangeError('the series {__name__="up", job="node"} is there already'));
  });
});

test("a mark is no number that arithmetic gives", () => {
  const values = Float64Array.of(NaN, 0 / 0, Infinity - Infinity, 0, 0);
  writeMark(values, 3, "stale");
  writeMark(values, 4, "native");
  expect(Array.from(values.keys(), (k) => markAt(values, k))).toEqual([
    undefined,
    undefined,
    undefined,
    "stale",
    "native",
  ]);
});

describe("labels", () => {
  const of = (text: string): Labels =>
    labelsOf(
      text
        .split(" ")
        .filter(Boolean)
        .map((pair) => [pair.slice(0, 1), pair.slice(2)]),
    );

  test("are sorted, without empty ones, each once", () => {
    expect(of("b=1 a=2 c= b=3").pairs).toEqual([
      ["a", "2"],
      ["b", "3"],
    ]);
  });

  test.each([
    ["a=1", "a=1", 0],
    ["a=1", "a=2", -1],
    ["a=1", "b=1", -1],
    ["a=1", "a=1 b=1", -1],
    ["", "a=1", -1],
  ])("%s and %s are ordered", (first, second, order) => {
    expect(Math.sign(compareLabels(of(first), of(second)))).toBe(order);
    expect(Math.sign(compareLabels(of(second), of(first)))).toBe(-order + 0);
    expect(of(first).key === of(second).key).toBe(order === 0);
  });

  test("of other texts have other keys, wherever the border between them is", () => {
    const keys = [
      [["a", "1b"]],
      [["a1", "b"]],
      [
        ["a", "1"],
        ["b", "2"],
      ],
      [["a", "1b2"]],
    ] as const;
    expect(new Set(keys.map((pairs) => labelsOf(pairs).key)).size).toBe(keys.length);
  });

  test("are set, and taken away by an empty value", () => {
    expect(labelValue(withLabel(of("a=1"), "b", "2"), "b")).toBe("2");
    expect(withLabel(of("a=1 b=2"), "a", "")).toEqual(of("b=2"));
  });

  test("are written as Prometheus writes them", () => {
    expect(
      printLabels(
        labelsOf([
          ["a", 'x"y'],
          ["b.c", "1"],
        ]),
      ),
    ).toBe('{a="x\\"y", "b.c"="1"}');
  });
});

test("a name that no metric has finds nothing", () => {
  expect(instantQuery(loaded(), "nothing", 1)).toMatchObject({ result: { type: "vector", series: [] } });
});

describe("a series whose samples are made later", () => {
  function lazy() {
    const storage = loaded();
    const made: string[] = [];
    for (const job of ["x", "y"]) {
      storage.addLater(labelsOf(Object.entries({ __name__: "late", job })), () => {
        made.push(job);
        return { times: Float64Array.of(1000, 2000), values: Float64Array.of(1, 2), ends: [3000] };
      });
    }
    return { storage, made };
  }

  test("makes them once, when it is selected", () => {
    const { storage, made } = lazy();
    expect(storage.labels([matcher("__name__", "=", "late")]).map((labels) => labelValue(labels, "job"))).toEqual([
      "x",
      "y",
    ]);
    expect(made).toEqual([]);
    for (const time of [2, 2.5, 3]) {
      const answer = instantQuery(storage, 'late{job="y"}', time);
      expect("result" in answer && answer.result.type === "vector" && answer.result.series.length).toBe(
        time < 3 ? 1 : 0,
      );
    }
    expect(made).toEqual(["y"]);
  });

  test("counts, and takes samples, as any other", () => {
    const { storage, made } = lazy();
    storage.append(labelsOf(Object.entries({ __name__: "late", job: "x" })), 1500, 7);
    expect(made).toEqual(["x"]);
    expect(storage.size()).toEqual({ series: 6, samples: 11 });
    expect(made).toEqual(["x", "y"]);
    expect(() =>
      storage.addLater(
        labelsOf([
          ["__name__", "late"],
          ["job", "x"],
        ]),
        () => fail(),
      ),
    ).toThrow(RangeError);
  });

  function fail(): never {
    throw new Error("it is not asked for samples");
  }
});
