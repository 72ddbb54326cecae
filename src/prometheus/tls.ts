import { createPrivateKey, X509Certificate } from "node:crypto";
import { Agent } from "node:https";
import { createSecureContext } from "node:tls";
import type { TlsOptions } from "./connect-options.js";
import { badOptions } from "./error.js";

/** An agent for connections with these certificates. Throws a {@link PrometheusError} of kind `bad-options`. */
export function tlsAgent({ ca, cert, key, serverName, insecureSkipVerify = false }: TlsOptions): Agent {
  const certificates = {
    ...(ca !== undefined && { ca: checkCertificates(ca, "the certificate of the authority") }),
    ...(cert !== undefined && { cert: checkCertificates(cert, "the client certificate") }),
    ...(key !== undefined && { key: checkKey(key) }),
  };
  if ((cert === undefined) !== (key === undefined)) {
    const [there, missing] = cert === undefined ? ["key", "certificate"] : ["certificate", "key"];
    throw badOptions(`there is a client ${there} without its ${missing}: give both`);
  }
  try {
    createSecureContext(certificates);
  } catch {
    throw badOptions("the client certificate and the key do not belong together: give those of one pair");
  }
  return new Agent({
    ...certificates,
    ...(serverName !== undefined && { servername: serverName }),
    keepAlive: true,
    rejectUnauthorized: !insecureSkipVerify,
  });
}

const pemCertificate = /-----BEGIN CERTIFICATE-----[^-]*-----END CERTIFICATE-----/g;

/** Node leaves out what it cannot read, which then looks as if the server were wrong. */
function checkCertificates(pem: string, what: string): string {
  const found = pem.match(pemCertificate) ?? [];
  try {
    for (const certificate of found) new X509Certificate(certificate);
    if (found.length > 0) return pem;
  } catch {
    // Said below, without the words of OpenSSL.
  }
  throw badOptions(`${what} cannot be read: give PEM, which begins with \`-----BEGIN CERTIFICATE-----\``);
}

function checkKey(pem: string): string {
  if (/-----BEGIN ENCRYPTED PRIVATE KEY-----|^Proc-Type: 4,ENCRYPTED/m.test(pem)) {
    throw badOptions("the client key is encrypted: give it decrypted, as `openssl pkey` writes it");
  }
  try {
    createPrivateKey(pem);
    return pem;
  } catch {
    throw badOptions("the client key cannot be read: give PEM, which begins with `-----BEGIN PRIVATE KEY-----`");
  }
}
