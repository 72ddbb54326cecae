import { type Demo, demoSeries, openMetricsText } from "../../demo/index.js";
import { plural } from "../../syntax/plural.js";
import { streamOutputFile } from "../output-file.js";
import { shownPath } from "../paths.js";
import { note, write } from "../terminal.js";

/** What is written of the past of a demo, and where. */
export interface History {
  /** A file, or - for standard output. */
  readonly file: string;
  /** How many seconds before now it begins; with the first sample, where this is missing. */
  readonly last?: number;
}

/** Writes the series of a demo up to now as OpenMetrics text. */
export async function writeHistory(demo: Demo, { file, last = Infinity }: History): Promise<void> {
  const series = [...demoSeries(demo, demo.cluster.now - last * 1000)];
  const parts = openMetricsText(series);
  if (file === "-") {
    for (const part of parts) await write(process.stdout, part);
    return;
  }
  await streamOutputFile(file, parts);
  const samples = series.reduce((count, { times }) => count + times.length, 0);
  note(
    `${shownPath(file)}: ${plural(series.length, "series", "series")} with ${plural(samples, "sample")} written`,
    "`promtool tsdb create-blocks-from openmetrics FILE FOLDER\` makes the data of a server of it",
  );
}
