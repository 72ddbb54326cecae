import type { Metric, Metrics } from "./metrics.js";

/**
 * What a server says of metrics, with what tables add to it: the type where the server has none, and the labels, which no
 * server tells, where both mean the same metric. What only tables know is known as well.
 */
export function overTables(server: Metrics, tables: Metrics): Metrics {
  const metric = (name: string): Metric | undefined => {
    const [said, described] = [server.metric(name), tables.metric(name)];
    if (!said || !described) return said ?? described;
    if (said.type === "unknown") return { ...said, ...described, source: said.source };
    return said.type === described.type ? { ...described, ...said } : said;
  };
  return {
    metric,
    *all() {
      const names = new Set<string>();
      for (const source of [server, tables]) {
        for (const { name } of source.all()) {
          const known = names.has(name) ? undefined : metric(name);
          names.add(name);
          if (known) yield known;
        }
      }
    },
    // A server tells which names there are: the others of a table are none that may be meant.
    relatives: (name) => (server.missing ? server : tables).relatives?.(name) ?? [],
    ...(server.missing && { missing: server.missing }),
  };
}
