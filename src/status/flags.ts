/** The flags that change what queries give, what is stored and who may do what, in the order in which they are shown. */
const telling = [
  ...["query.lookback-delta", "query.timeout", "query.max-samples", "query.max-concurrency", "storage.tsdb.path"],
  ...["web.enable-admin-api", "web.enable-lifecycle", "web.enable-remote-write-receiver", "web.enable-otlp-receiver"],
];

/** Of a server's flags those that tell something, without those that are off. */
export function tellingFlags(flags: ReadonlyMap<string, string>): Readonly<Record<string, string>> {
  const found = telling.map((name): readonly [string, string] => [name, flags.get(name) ?? ""]);
  return Object.fromEntries(found.filter(([, value]) => value !== "" && value !== "false"));
}
