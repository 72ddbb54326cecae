import type { Diagnostic } from "../../lint/rule.js";
import { PrometheusError } from "../../prometheus/error.js";
import { lastMoment } from "../../query/times.js";
import { type EmptyCause, whyEmpty } from "../../query/why-empty.js";
import type { Colors } from "../../report/colors.js";
import { visible } from "../../report/visible.js";
import { resultCsv } from "../../results/csv.js";
import { answerJson, failureJson } from "../../results/json.js";
import { parse } from "../../syntax/parse.js";
import { writeOutputFile } from "../output-file.js";
import { colorsFor, write } from "../terminal.js";
import { findingsText } from "./findings-text.js";
import type { Asked } from "./lint-asked.js";
import { type AnsweredQuery, type PeopleOptions, peopleText } from "./people-text.js";
import type { Source } from "./source.js";

/** How a result is written. */
export interface ResultOptions extends PeopleOptions {
  readonly format: "terminal" | "json" | "csv";
  readonly lint: boolean;
}

/** A query with its answer, and what is to be said about it. */
export interface Answered extends AnsweredQuery, Omit<Asked, "isRejected"> {
  readonly source: Source;
}

/** Writes a result, and below it what is to be said; for programs the remarks go to standard error. */
export async function writeAnswer(answered: Answered, options: ResultOptions): Promise<void> {
  const remarks = (stream: NodeJS.WriteStream) => remarksOn(answered, options, stream);
  const isForPeople = options.format === "terminal";
  if (options.outputFile === undefined) {
    await write(process.stdout, resultText(answered, options));
  } else {
    writeOutputFile(options.outputFile, resultText(answered, options));
  }
  const stream = isForPeople && options.outputFile === undefined ? process.stdout : process.stderr;
  await write(stream, await remarks(stream));
}

function resultText(answered: Answered, options: ResultOptions): string {
  switch (options.format) {
    case "json":
      return answerJson(answered.answer);
    case "csv":
      return resultCsv(answered.answer.result);
    case "terminal":
      return peopleText(answered, options);
  }
}

/** Annotations, why there is nothing, and findings; empty where there is nothing to say. */
async function remarksOn(answered: Answered, options: ResultOptions, stream: NodeJS.WriteStream): Promise<string> {
  const { query, answer, diagnostics } = answered;
  const colors = colorsFor(stream, options.color);
  const annotation = (text: string) => visible(text.replace(/^PromQL (?:info|warning): /, ""));
  const annotations = [
    ...answer.warnings.map((text) => `${colors.yellow("warning:")} ${annotation(text)}`),
    ...answer.infos.map((text) => `${colors.cyan("info:")} ${annotation(text)}`),
  ];
  const lines = [
    // The JSON holds them.
    ...(options.format === "json" ? [] : annotations),
    ...(await causesOf(answered)).flatMap((cause) => causeLines(cause, colors)),
  ];
  const findings = options.lint ? await findingsText(query, diagnostics, options, stream) : "";
  const paragraphs = [lines.map((line) => `${line}\n`).join(""), findings].filter((text) => text !== "");
  const isBelow = options.format === "terminal" && options.outputFile === undefined;
  return paragraphs.map((text, k) => (k > 0 || isBelow ? `\n${text}` : text)).join("");
}

function causeLines({ message, help }: EmptyCause, colors: Colors): readonly string[] {
  return [
    `${colors.bold("why:")} ${visible(message)}`,
    ...(help === undefined ? [] : [`${colors.bold("help:")} ${visible(help)}`]),
  ];
}

/** What a finding says of the same place need not be said twice. */
async function causesOf({ query, times, answer, diagnostics, source }: Answered): Promise<readonly EmptyCause[]> {
  const { result } = answer;
  const { expr } = parse(query);
  if ((result.type !== "vector" && result.type !== "matrix") || result.series.length > 0 || !expr) return [];
  const time = new Date(Math.round(lastMoment(times) * 1000));
  try {
    const causes = await whyEmpty(source.server, query, expr, time);
    const isSaid = ({ at }: EmptyCause) =>
      diagnostics.some((found) => saysEmpty.has(found.code) && found.at.from === at.from);
    return causes.filter((cause) => !isSaid(cause));
  } catch (error) {
    if (error instanceof PrometheusError) return [];
    throw error;
  }
}

/** The rules that find out by themselves why there is nothing. */
const saysEmpty: ReadonlySet<string> = new Set(["unknown-metric", "quantile-without-le", "short-rate-window"]);

/** Writes why a query has no result: what is wrong with it in our words where we know it, else in the server's. */
export async function writeRejection(
  query: string,
  { kind, message, serverSays }: PrometheusError,
  { diagnostics, isRejected }: Asked,
  options: ResultOptions,
): Promise<void> {
  const says = serverSays ?? message;
  if (options.format === "json") {
    await write(process.stdout, failureJson(kind === "bad-query" ? "bad_data" : "execution", says));
  }
  const colors = colorsFor(process.stderr, options.color);
  const own = `${colors.red("error:")} ${visible(says)}\n`;
  const known = kind === "bad-query" && (isRejected || (options.lint && hasErrors(diagnostics)));
  const findings = known || options.lint ? await findingsText(query, diagnostics, options, process.stderr) : "";
  await write(process.stderr, known ? findings : [own, findings].filter((text) => text !== "").join("\n"));
}

function hasErrors(diagnostics: readonly Diagnostic[]): boolean {
  return diagnostics.some(({ severity }) => severity === "error");
}
