import { writeFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import picocolors from "picocolors";
import { resultUnit } from "../../src/analysis/explain/explain.js";
import { builtinMetrics } from "../../src/metrics/builtin.js";
import { answerText } from "../../src/results/answer-text.js";
import { parse } from "../../src/syntax/parse.js";
import { demoClassroom, lessonFiles } from "./course.js";

const { server, now } = demoClassroom();
const example = /^```promql( range)?\n([^]*?)\n```\n\n```output\n[^]*?```$/gm;

describe.each(lessonFiles)("$path", ({ path, text }) => {
  test("shows the results of its examples; UPDATE=1 writes them", async () => {
    const written = await withOutputs(text);
    if (process.env["UPDATE"]) writeFileSync(path, written);
    else expect(text).toBe(written);
  });
});

async function withOutputs(markdown: string): Promise<string> {
  const outputs = await Promise.all(
    Array.from(markdown.matchAll(example), ([, range, query = ""]) => outputOf(query, range !== undefined)),
  );
  let k = 0;
  return markdown.replace(example, (_, range: string | undefined, query: string) => {
    return `\`\`\`promql${range ?? ""}\n${query}\n\`\`\`\n\n\`\`\`output\n${outputs[k++] ?? ""}\`\`\``;
  });
}

/** What the course shows at a terminal: at the moment of the demo cluster, or over the hour before it. */
async function outputOf(query: string, isRange: boolean): Promise<string> {
  const { expr } = parse(query);
  const options = {
    colors: picocolors.createColors(false),
    width: 80,
    limit: 12,
    unit: expr ? resultUnit(expr, builtinMetrics) : undefined,
  };
  const end = now.getTime() / 1000;
  if (!isRange)
    return answerText((await server.instantQuery(query, now)).result, { kind: "instant", time: end }, options);
  const { result } = await server.rangeQuery(query, new Date((end - 3600) * 1000), now, 60);
  return answerText(result, { kind: "range", start: end - 3600, end, step: 60 }, options);
}
