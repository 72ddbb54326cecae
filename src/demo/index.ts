export { createDemo, type Demo, type DemoOptions } from "./demo.js";
export { type Incident, type IncidentName, isUnderWay, lastTime } from "./incidents.js";
export { answers, seriesCount, type Target, targetName } from "./target.js";
export type { LabelValues } from "./instrument.js";

export { demoSeries } from "./sample.js";
export type { DemoSeries } from "./series.js";
export { openMetricsText, targetText } from "./text.js";
