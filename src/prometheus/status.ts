import {
  arrayAt,
  objectAt,
  optionalDate,
  optionalNumber,
  optionalText,
  textAt,
  textsAt,
  UnexpectedShape,
} from "./shape.js";

/** How a server runs; what an old or another server does not tell is missing. */
export interface RuntimeInfo {
  readonly startTime?: Date | undefined;
  /** Its folder. */
  readonly workingDirectory?: string | undefined;
  readonly hostname?: string | undefined;
  /** Whether the configuration on the disk is the one in use. */
  readonly reloadConfigSuccess?: boolean | undefined;
  readonly lastConfigTime?: Date | undefined;
  /** How often a part of the write-ahead log or of the head was found broken. */
  readonly corruptionCount?: number | undefined;
  readonly goroutineCount?: number | undefined;
  /** By time, size or both, as `15d or 10GiB`. */
  readonly storageRetention?: string | undefined;
}

/** A server's Alertmanagers, as URLs of their API. */
export interface Alertmanagers {
  readonly active: readonly string[];
  readonly dropped: readonly string[];
}

/** What fills a server's database: its head, and the heaviest names, heaviest first. */
export interface TsdbStatus {
  /** Servers that are not Prometheus may lack it. */
  readonly head?: HeadStats | undefined;
  readonly seriesByMetric: readonly CountedName[];
  readonly valuesByLabel: readonly CountedName[];
  /** Bytes that the values of a label take. */
  readonly bytesByLabel: readonly CountedName[];
  /** Series by `label=value`. */
  readonly seriesByPair: readonly CountedName[];
}

/** The part of the database that is in memory: the last two to three hours. */
export interface HeadStats {
  readonly series: number;
  readonly labelPairs?: number | undefined;
  readonly chunks?: number | undefined;
  readonly minTime?: Date | undefined;
  readonly maxTime?: Date | undefined;
}

/** A name, and how much there is of it. */
export interface CountedName {
  readonly name: string;
  readonly count: number;
}

/** The YAML of an answer to `/status/config`; throws `UnexpectedShape`. */
export function decodeConfig(data: unknown): string {
  return textAt(objectAt(data, "data")["yaml"], "yaml");
}

/** The flags of an answer to `/status/flags`, by name without dashes; throws `UnexpectedShape`. */
export function decodeFlags(data: unknown): ReadonlyMap<string, string> {
  return new Map(Object.entries(textsAt(data, "data")));
}

/** An answer to `/status/runtimeinfo`; throws `UnexpectedShape`. */
export function decodeRuntimeInfo(data: unknown): RuntimeInfo {
  const info = objectAt(data, "data");
  const { reloadConfigSuccess } = info;
  return {
    startTime: optionalDate(info["startTime"]),
    workingDirectory: optionalText(info["CWD"]),
    hostname: optionalText(info["hostname"]),
    reloadConfigSuccess: typeof reloadConfigSuccess === "boolean" ? reloadConfigSuccess : undefined,
    lastConfigTime: optionalDate(info["lastConfigTime"]),
    corruptionCount: optionalNumber(info["corruptionCount"]),
    goroutineCount: optionalNumber(info["goroutineCount"]),
    storageRetention: optionalText(info["storageRetention"]),
  };
}

/** An answer to `/alertmanagers`; throws `UnexpectedShape`. */
export function decodeAlertmanagers(data: unknown): Alertmanagers {
  const { activeAlertmanagers, droppedAlertmanagers } = objectAt(data, "data");
  return { active: urlsAt(activeAlertmanagers), dropped: urlsAt(droppedAlertmanagers) };
}

/** An answer to `/status/tsdb`; throws `UnexpectedShape`. */
export function decodeTsdbStatus(data: unknown): TsdbStatus {
  const status = objectAt(data, "data");
  const head = status["headStats"];
  return {
    head: head == null ? undefined : decodeHead(head),
    seriesByMetric: countsAt(status["seriesCountByMetricName"]),
    valuesByLabel: countsAt(status["labelValueCountByLabelName"]),
    bytesByLabel: countsAt(status["memoryInBytesByLabelName"]),
    seriesByPair: countsAt(status["seriesCountByLabelValuePair"]),
  };
}

function decodeHead(value: unknown): HeadStats {
  const head = objectAt(value, "headStats");
  return {
    series: numberAt(head["numSeries"], "headStats.numSeries"),
    labelPairs: optionalNumber(head["numLabelPairs"]),
    chunks: optionalNumber(head["chunkCount"]),
    minTime: millisecondsAt(head["minTime"]),
    maxTime: millisecondsAt(head["maxTime"]),
  };
}

function countsAt(value: unknown): readonly CountedName[] {
  return arrayAt(value ?? [], "statistics").map((entry) => {
    const counted = objectAt(entry, "a statistic");
    return { name: textAt(counted["name"], "a statistic's name"), count: numberAt(counted["value"], "a statistic") };
  });
}

function urlsAt(value: unknown): readonly string[] {
  return arrayAt(value ?? [], "Alertmanagers").map((entry) =>
    textAt(objectAt(entry, "an Alertmanager")["url"], "an Alertmanager's url"),
  );
}

function numberAt(value: unknown, where: string): number {
  const number = optionalNumber(value);
  if (number === undefined) throw new UnexpectedShape(where, "a number");
  return number;
}

/** An empty head has the greatest and the least number there is as its times. */
function millisecondsAt(value: unknown): Date | undefined {
  const date = new Date(optionalNumber(value) ?? NaN);
  return Number.isNaN(date.getTime()) ? undefined : date;
}
