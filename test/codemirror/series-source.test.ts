import { describe, expect, test } from "vitest";
import { clientSource } from "../../src/codemirror/series-source.js";

/** A server that writes down what it is asked. */
function server(answer: () => Promise<readonly string[]> = () => Promise.resolve(["a"])) {
  const asked: string[] = [];
  let time = 0;
  const source = clientSource(
    {
      labelNames: (match) => (asked.push(`labels ${match?.join() ?? ""}`), answer()),
      labelValues: (name, match) => (asked.push(`${name} ${match?.join() ?? ""}`), answer()),
    },
    () => time,
  );
  return { source, asked, pass: (ms: number) => (time += ms) };
}

describe("the series of a server", () => {
  test("each question is one request", async () => {
    const { source, asked } = server();
    expect(await source.metricNames("no")).toEqual(["a"]);
    await source.labelNames();
    await source.labelNames('a"b');
    await source.labelValues(undefined, "job");
    await source.labelValues("up", "job");
    expect(asked).toEqual(["__name__ ", "labels ", 'labels {__name__="a\\"b"}', "job ", 'job {__name__="up"}']);
  });

  test("nothing is asked twice within five minutes", async () => {
    const { source, asked, pass } = server();
    await Promise.all([source.metricNames("a"), source.metricNames("b")]);
    pass(299_999);
    await source.metricNames("c");
    expect(asked).toHaveLength(1);
    pass(1);
    await source.metricNames("c");
    expect(asked).toHaveLength(2);
  });

  test("an error is not remembered", async () => {
    let fails = true;
    const { source, asked } = server(() => (fails ? Promise.reject(new Error("down")) : Promise.resolve(["b"])));
    await expect(source.labelNames("up")).rejects.toThrow("down");
    fails = false;
    expect(await source.labelNames("up")).toEqual(["b"]);
    expect(asked).toHaveLength(2);
  });
});
