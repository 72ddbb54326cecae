import { answers, type Demo, type Incident, isUnderWay, type Target } from "../../demo/index.js";
import { escapeXml as text } from "../../report/xml.js";
import { spanText, timeText } from "./overview.js";
import { targetPath } from "./scrape-config.js";

/** Who asks for a page: at which address, such as `127.0.0.1:9190`, and when, in milliseconds since 1970. */
export interface Visit {
  readonly address: string;
  readonly time: number;
}

/** What a browser shows of a demo that is served. */
export function indexPage(demo: Demo, { address, time }: Visit): string {
  const now = demo.incidents.filter((incident) => isUnderWay(incident, time));
  const others = demo.incidents.filter((incident) => !now.includes(incident));
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>The demo cluster of promql-lint</title>
<style>
body { font: 16px/1.5 sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem; }
code, pre { font: 14px/1.5 monospace; background: #8882; overflow-x: auto; }
pre { padding: 0.5rem; }
td, th { text-align: left; padding-right: 1rem; vertical-align: top; }
</style>
<h1>The demo cluster of promql-lint</h1>
<p>A simulated Kubernetes cluster, as Prometheus scrapes it. It is ${text(timeText(time))}.</p>
<h2>Scrape it</h2>
<pre>curl -o demo.yml http://${text(address)}/prometheus.yml
prometheus --config.file=demo.yml</pre>
<p>Prometheus finds the targets in <a href="/sd">/sd</a>, which <a href="/prometheus.yml">/prometheus.yml</a> names.</p>
<h2>Incidents under way</h2>
${incidentList(now, time)}
<h2>Incidents that are over, or come again</h2>
${incidentList(others, time)}
<h2>Targets</h2>
<table>
<tr><th>job</th><th>instance</th><th>metrics</th><th>health</th></tr>
${demo.targets.map((target) => targetRow(target, time)).join("\n")}
</table>
</html>
`;
}

function incidentList(incidents: readonly Incident[], time: number): string {
  if (incidents.length === 0) return "<p>None.</p>";
  const items = incidents.map((incident) => {
    const [query = ""] = incident.queries;
    return `<li>${text(incident.title)}, ${text(spanText(incident, time))}<br><code>${text(query)}</code></li>`;
  });
  return `<ul>\n${items.join("\n")}\n</ul>`;
}

function targetRow(target: Target, time: number): string {
  const path = text(targetPath(target));
  const { job = "", instance = "" } = target.labels;
  const cells = [text(job), text(instance), `<a href="${path}">${path}</a>`, answers(target, time) ? "up" : "down"];
  return `<tr>${cells.map((cell) => `<td>${cell}</td>`).join("")}</tr>`;
}
