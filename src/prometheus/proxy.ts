import { BlockList, isIP, isIPv4 } from "node:net";
import type { ConnectOptions } from "./connect-options.js";
import { badOptions } from "./error.js";
import { decoded, withoutCredentials } from "./server-url.js";

/** An HTTP proxy, as axios takes it. */
export interface Proxy {
  /** Without credentials. */
  readonly shown: string;
  readonly protocol: "http" | "https";
  readonly host: string;
  readonly port: number;
  readonly auth?: { readonly username: string; readonly password: string };
}

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * The proxy through which an address is asked. Go's rules hold, so that a command asks as promtool does: this machine is
 * never asked through a proxy of the environment, and `NO_PROXY` knows networks and the domains below a name. What axios
 * reads from the environment itself knows neither. Throws a {@link PrometheusError} of kind `bad-options`.
 * https://pkg.go.dev/golang.org/x/net/http/httpproxy
 */
export function proxyFor(
  address: string,
  { proxy, noProxy }: Pick<ConnectOptions, "proxy" | "noProxy">,
  environment: Environment,
): Proxy | undefined {
  if (proxy === false) return undefined;
  const { protocol, hostname, port } = new URL(address);
  const host = { name: hostname.replace(/^\[|\]$/g, ""), port: port || (protocol === "https:" ? "443" : "80") };
  if (proxy !== undefined) return isExempt(host, noProxy ?? "") ? undefined : parseProxy(proxy);

  const scheme = protocol.slice(0, -1);
  const named = variable(environment, `${scheme}_proxy`) ?? variable(environment, "all_proxy");
  if (named === undefined || isThisMachine(host.name)) return undefined;
  return isExempt(host, noProxy ?? variable(environment, "no_proxy") ?? "") ? undefined : parseProxy(named);
}

interface Host {
  readonly name: string;
  readonly port: string;
}

function variable(environment: Environment, name: string): string | undefined {
  return environment[name] || environment[name.toUpperCase()] || undefined;
}

function isThisMachine(name: string): boolean {
  return (
    name === "localhost" || name.endsWith(".localhost") || (isIP(name) !== 0 && loopback.check(name, family(name)))
  );
}

const loopback = new BlockList();
loopback.addSubnet("127.0.0.0", 8, "ipv4");
loopback.addAddress("::1", "ipv6");

function isExempt(host: Host, list: string): boolean {
  return list
    .toLowerCase()
    .split(/[\s,]+/)
    .some((entry) => entry !== "" && matches(host, entry));
}

function matches({ name, port }: Host, entry: string): boolean {
  if (entry === "*") return true;
  const [, network = "", bits = ""] = /^([0-9a-f.:]+)\/(\d{1,3})$/.exec(entry) ?? [];
  if (network !== "") return isIP(name) !== 0 && isWithin(name, network, Number(bits));

  const [, bracketed, plain = "", wanted] = /^(?:\[([^\]]*)\]|([^:]*|[^:]*:.*:[^:]*))(?::(\d+))?$/.exec(entry) ?? [];
  if (wanted !== undefined && wanted !== port) return false;
  const domain = (bracketed ?? plain).replace(/^\*(?=\.)/, "");
  if (domain.startsWith(".")) return name.endsWith(domain);
  return name === domain || (domain !== "" && isIP(name) === 0 && name.endsWith(`.${domain}`));
}

function isWithin(name: string, network: string, bits: number): boolean {
  if (isIP(network) !== isIP(name) || bits > (isIPv4(network) ? 32 : 128)) return false;
  const subnet = new BlockList();
  subnet.addSubnet(network, bits, family(network));
  return subnet.check(name, family(name));
}

function family(address: string): "ipv4" | "ipv6" {
  return isIPv4(address) ? "ipv4" : "ipv6";
}

function parseProxy(text: string): Proxy {
  const given = text.trim();
  const full = /^[a-z][a-z0-9+.-]*:\/\//i.test(given) ? given : `http://${given}`;
  const url = URL.canParse(full) ? new URL(full) : undefined;
  if (!url || url.hostname === "" || (url.protocol !== "http:" && url.protocol !== "https:")) {
    const message = `the proxy \`${withoutCredentials(given)}\` is no HTTP proxy: write it as \`http://host:3128\``;
    throw badOptions(message);
  }
  const protocol = url.protocol === "https:" ? "https" : "http";
  return {
    shown: url.origin,
    protocol,
    host: url.hostname.replace(/^\[|\]$/g, ""),
    port: Number(url.port) || (protocol === "https" ? 443 : 80),
    ...(url.username && { auth: { username: decoded(url.username), password: decoded(url.password) } }),
  };
}
