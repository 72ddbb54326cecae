/** A host and its port, as Go's `net.SplitHostPort` reads `host:port` and `[::1]:port`; nothing for another text. */
function splitHostPort(text: string): { readonly host: string; readonly port: string } | undefined {
  const match = /^(?:\[([^[\]]*)\]|([^[\]:]*)):([^[\]:]*)$/.exec(text);
  if (!match) return undefined;
  const [, bracketed, plain = "", port = ""] = match;
  return { host: bracketed ?? plain, port };
}

/** The address without its port. */
export function stripPort(text: string): string {
  return splitHostPort(text)?.host ?? text;
}

/** The first part of a host's name, and its port; an IP address as it is. */
export function stripDomain(text: string): string {
  const { host, port } = splitHostPort(text) ?? { host: text, port: "" };
  if (isIpAddress(host)) return text;
  const [name = ""] = host.split(".");
  if (port === "") return name;
  return name.includes(":") ? `[${name}]:${port}` : `${name}:${port}`;
}

const byte = "(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)";
const ipv4 = new RegExp(`^${byte}(?:\\.${byte}){3}$`);

function isIpAddress(text: string): boolean {
  if (ipv4.test(text)) return true;
  if (!text.includes(":") || !/^[\da-f:.]+$/i.test(text)) return false;
  const last = text.slice(text.lastIndexOf(":") + 1);
  const whole = last.includes(".") && ipv4.test(last) ? text.replace(last, "0:0") : text;
  const halves = whole.split("::");
  if (halves.length > 2) return false;
  const groups = halves.flatMap((half) => (half === "" ? [] : half.split(":")));
  const areGroups = groups.every((group) => /^[\da-f]{1,4}$/i.test(group));
  return areGroups && (halves.length === 2 ? groups.length < 8 : groups.length === 8);
}
