import { generateKeyPairSync } from "node:crypto";
import { createServer, type ServerOptions } from "node:https";
import { beforeAll, describe, expect, test } from "vitest";
import { connect, type PrometheusError, type TlsOptions } from "../../src/prometheus/index.js";
import { type Certificate, makeCertificate } from "./certificates.js";
import { failure, listen, success } from "./fake-server.js";

let authority: Certificate;
let stranger: Certificate;
let server: Certificate;
let client: Certificate;
beforeAll(() => {
  authority = makeCertificate("authority");
  stranger = makeCertificate("stranger");
  server = makeCertificate("server", { names: ["IP:127.0.0.1"], authority });
  client = makeCertificate("client", { names: ["DNS:client"], authority });
});

async function serveTls(certificate: Certificate, options: ServerOptions = {}): Promise<string> {
  const { cert, key } = certificate;
  const answer = success({ version: "3.5.0" }).body;
  const https = createServer({ cert, key, ...options }, (_, response) => response.end(answer));
  https.on("tlsClientError", () => undefined);
  return `https://127.0.0.1:${await listen(https)}`;
}

const version = async (url: string, tls?: TlsOptions): Promise<string> =>
  (await connect({ url, retries: 0, ...(tls && { tls }) }).buildInfo()).version;

async function refused(url: string, tls?: TlsOptions): Promise<Pick<PrometheusError, "kind" | "message">> {
  const { kind, message } = await failure(() => version(url, tls));
  return { kind, message: message.replaceAll(url, "SERVER") };
}

describe("the server's certificate", () => {
  test("of an authority that is given", async () => {
    expect(await version(await serveTls(server), { ca: authority.cert })).toBe("3.5.0");
  });

  test("of one among several authorities", async () => {
    expect(await version(await serveTls(server), { ca: stranger.cert + authority.cert })).toBe("3.5.0");
  });

  test("of an unknown authority", async () => {
    expect(await refused(await serveTls(server))).toEqual({
      kind: "untrusted-certificate",
      message:
        "the certificate of SERVER is not trusted (UNABLE_TO_VERIFY_LEAF_SIGNATURE): give the certificate of its authority",
    });
  });

  test("of another authority", async () => {
    expect(await refused(await serveTls(server), { ca: stranger.cert })).toMatchObject({
      kind: "untrusted-certificate",
    });
  });

  test("signed by itself", async () => {
    expect(await refused(await serveTls(makeCertificate("self", { names: ["IP:127.0.0.1"] })))).toEqual({
      kind: "untrusted-certificate",
      message:
        "the certificate of SERVER is not trusted (DEPTH_ZERO_SELF_SIGNED_CERT): give the certificate of its authority",
    });
  });

  test("that is not verified", async () => {
    expect(await version(await serveTls(server), { insecureSkipVerify: true })).toBe("3.5.0");
  });

  test("for other names", async () => {
    const other = makeCertificate("other", { names: ["DNS:prometheus.example", "DNS:other.example"], authority });
    const url = await serveTls(other);
    expect(await refused(url, { ca: authority.cert })).toEqual({
      kind: "untrusted-certificate",
      message:
        "the certificate of SERVER is for other names (ERR_TLS_CERT_ALTNAME_INVALID: DNS:prometheus.example, DNS:other.example): take one of them as the host of the URL, or as the name of the server for TLS",
    });
    expect(await version(url, { ca: authority.cert, serverName: "prometheus.example" })).toBe("3.5.0");
  });

  test("that has expired", async () => {
    const old = makeCertificate("old", { names: ["IP:127.0.0.1"], authority, days: [-2, -1] });
    expect(await refused(await serveTls(old), { ca: authority.cert })).toEqual({
      kind: "untrusted-certificate",
      message:
        "the certificate of SERVER is not valid now (CERT_HAS_EXPIRED): renew it, or set the clock of this machine",
    });
  });
});

describe("the client's certificate", () => {
  const wanting = () => serveTls(server, { ca: authority.cert, requestCert: true, rejectUnauthorized: true });

  test("is shown", async () => {
    const { cert, key } = client;
    expect(await version(await wanting(), { ca: authority.cert, cert, key })).toBe("3.5.0");
  });

  test("is wanted and missing", async () => {
    expect(await refused(await wanting(), { ca: authority.cert })).toEqual({
      kind: "unauthorized",
      message: "SERVER wants a client certificate (ERR_SSL_TLSV13_ALERT_CERTIFICATE_REQUIRED): give one with its key",
    });
  });

  test("is not that of an authority which the server trusts", async () => {
    const { cert, key } = makeCertificate("wrong", { names: ["DNS:client"], authority: stranger });
    expect(await refused(await wanting(), { ca: authority.cert, cert, key })).toEqual({
      kind: "unreachable",
      message: "cannot reach SERVER (ECONNRESET): the connection was cut; check the client certificate",
    });
  });
});

describe("what is given", () => {
  const encrypted = (): string =>
    String(
      generateKeyPairSync("ed25519").privateKey.export({
        format: "pem",
        type: "pkcs8",
        cipher: "aes-128-cbc",
        passphrase: "sekret",
      }),
    );
  test.each<[string, () => TlsOptions, string]>([
    [
      "an authority that is no PEM",
      () => ({ ca: "sekret" }),
      "the certificate of the authority cannot be read: give PEM, which begins with `-----BEGIN CERTIFICATE-----`",
    ],
    [
      "a certificate cut short",
      () => ({ ...client, cert: client.cert.replace(/^(.{64}\n).*$/m, "$1") }),
      "the client certificate cannot be read: give PEM, which begins with `-----BEGIN CERTIFICATE-----`",
    ],
    ["a certificate alone", () => ({ cert: client.cert }), "there is a client certificate without its key: give both"],
    ["a key alone", () => ({ key: client.key }), "there is a client key without its certificate: give both"],
    [
      "the key of another",
      () => ({ cert: client.cert, key: server.key }),
      "the client certificate and the key do not belong together: give those of one pair",
    ],
    [
      "a key that is none",
      () => ({ cert: client.cert, key: "sekret" }),
      "the client key cannot be read: give PEM, which begins with `-----BEGIN PRIVATE KEY-----`",
    ],
    [
      "an encrypted key",
      () => ({ cert: client.cert, key: encrypted() }),
      "the client key is encrypted: give it decrypted, as `openssl pkey` writes it",
    ],
  ])("%s", async (_, tls, message) => {
    const error = await failure(() => connect({ url: "https://localhost", tls: tls() }));
    expect([error.kind, error.message]).toEqual(["bad-options", message]);
  });
});
