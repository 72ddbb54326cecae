import { once } from "node:events";
import { createServer } from "node:http";
import { onTestFinished } from "vitest";

/** Markup that would do something, if it became part of a page. */
export const markup = '<img src="x" onerror="document.title=`taken over`"><b>bold</b>';

/** Characters that would change how the text around them is shown. */
const controls = "\u001b[31m\u202ered\u0000";

const labels = { __name__: "hostile", instance: markup, job: controls, "a label": "[link](javascript:alert(1))" };

/** What a server says that tells lies, by the ends of its paths. */
const answers: readonly (readonly [RegExp, unknown])[] = [
  [/\/query$/, { resultType: "vector", result: [{ metric: labels, value: [1_772_452_800, "1"] }] }],
  [/\/query_range$/, { resultType: "matrix", result: [{ metric: labels, values: [[1_772_452_800, "1"]] }] }],
  [/\/metadata$/, { hostile: [{ type: "gauge", help: markup + controls, unit: "" }] }],
  [/\/labels$/, Object.keys(labels)],
  [/\/label\/.*\/values$/, ["hostile", markup, controls]],
  [/\/targets$/, { activeTargets: [], droppedTargets: [] }],
  [/\/buildinfo$/, { version: markup }],
];

/** The address of a server that answers as Prometheus does, with markup and control characters wherever it may; ends with the test. */
export async function startHostileServer(): Promise<string> {
  const server = createServer(({ url = "" }, response) => {
    const [path = ""] = url.split("?", 1);
    const data = answers.find(([end]) => end.test(path))?.[1] ?? {};
    response.writeHead(200, { "Content-Type": "application/json", "Access-Control-Allow-Origin": "*" });
    response.end(JSON.stringify({ status: "success", data, warnings: [markup + controls], infos: [markup] }));
  });
  server.listen(0, "127.0.0.1");
  onTestFinished(() => void server.close());
  await once(server, "listening");
  const address = server.address();
  return `http://127.0.0.1:${typeof address === "object" ? (address?.port ?? 0) : 0}`;
}
