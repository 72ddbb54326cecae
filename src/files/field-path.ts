/** The way to a key of what `field` leads to: `data.rules`, or `data["rules.yaml"]` where the key is no plain word. */
export function memberOf(field: string, key: string): string {
  if (!/^\w+$/.test(key)) return `${field}[${JSON.stringify(key)}]`;
  return field === "" ? key : `${field}.${key}`;
}
