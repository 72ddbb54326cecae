import { formatDuration, parseDuration } from "../promql/durations.js";
import { momentText, readMoment } from "../results/moment.js";
import { type ChosenTimes, longestRange } from "./playground/chosen-times.js";

/** What the page shows. */
export type Route =
  | { readonly view: "course"; readonly exercise?: string }
  | { readonly view: "playground"; readonly query: string; readonly times?: ChosenTimes };

/** Reads the part of the address behind `#`, which no server is told. What it does not know is the course. */
export function routeOf(hash: string): Route {
  const [, path = "", parameters = ""] = /^#?\/?([^?]*)\??(.*)$/s.exec(hash) ?? [];
  if (path === "playground") {
    const named = new URLSearchParams(parameters);
    const times = timesIn(named);
    return { view: "playground", query: named.get("query") ?? "", ...(times && { times }) };
  }
  const [, exercise] = /^exercise\/([a-z\d-]{1,100})$/.exec(path) ?? [];
  return { view: "course", ...(exercise !== undefined && { exercise }) };
}

/** The part of the address that shows it again. */
export function hashOf(route: Route): string {
  if (route.view === "course") return route.exercise === undefined ? "#/" : `#/exercise/${route.exercise}`;
  const named = { ...(route.query !== "" && { query: route.query }), ...(route.times && parametersOf(route.times)) };
  const parameters = new URLSearchParams(named).toString();
  return `#/playground${parameters === "" ? "" : `?${parameters}`}`;
}

/** Times as an address names them: `last=1h&end=2026-03-02T12:00:00Z`. What cannot be read counts as not given. */
function timesIn(parameters: URLSearchParams): ChosenTimes | undefined {
  const last = parseDuration(parameters.get("last") ?? "");
  const [time, end] = [readMoment(parameters.get("time") ?? ""), readMoment(parameters.get("end") ?? "")];
  if (typeof last === "number" && last > 0 && last <= longestRange) {
    return { kind: "range", last, ...(end !== undefined && { end }) };
  }
  return time === undefined ? undefined : { kind: "instant", time };
}

function parametersOf(times: ChosenTimes): Readonly<Record<string, string>> {
  if (times.kind === "instant") return times.time === undefined ? {} : { time: momentText(times.time) };
  const last = formatDuration(times.last);
  return { last, ...(times.end !== undefined && { end: momentText(times.end) }) };
}
