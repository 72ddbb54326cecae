import { generateKeyPairSync, type KeyObject, sign } from "node:crypto";

/** A certificate and its key as PEM, and what signs others with it. */
export interface Certificate {
  readonly cert: string;
  readonly key: string;
  readonly signer: Signer;
}

interface Signer {
  readonly name: string;
  readonly privateKey: KeyObject;
}

/**
 * Makes a certificate for names such as `DNS:localhost` or `IP:127.0.0.1`, signed by an authority or by itself; `days`
 * says from when to when it is valid, counted from now. https://www.rfc-editor.org/rfc/rfc5280#section-4.1
 */
export function makeCertificate(
  name: string,
  { names = [], authority, days = [-1, 1] }: Partial<Wanted> = {},
): Certificate {
  const { privateKey, publicKey } = generateKeyPairSync("ec", { namedCurve: "prime256v1" });
  const signer: Signer = authority?.signer ?? { name, privateKey };
  const isAuthority = names.length === 0;
  const extensions = isAuthority
    ? sequence(oid(0x55, 0x1d, 0x13), der(0x01, Buffer.of(0xff)), der(0x04, sequence(der(0x01, Buffer.of(0xff)))))
    : sequence(oid(0x55, 0x1d, 0x11), der(0x04, sequence(...names.map(generalName))));
  const content = sequence(
    der(0xa0, der(0x02, Buffer.of(2))),
    der(0x02, Buffer.of(1 + Math.floor(Math.random() * 100), ...Buffer.from(name).subarray(0, 8))),
    ecdsaWithSha256,
    distinguishedName(signer.name),
    sequence(...days.map((day) => time(new Date(Date.now() + day * 86_400_000)))),
    distinguishedName(name),
    publicKey.export({ format: "der", type: "spki" }),
    der(0xa3, sequence(extensions)),
  );
  const signature = sign("sha256", content, signer.privateKey);
  const certificate = sequence(content, ecdsaWithSha256, der(0x03, Buffer.concat([Buffer.of(0), signature])));
  const lines = certificate.toString("base64").replace(/.{64}/g, "$&\n");
  return {
    cert: `-----BEGIN CERTIFICATE-----\n${lines}\n-----END CERTIFICATE-----\n`,
    key: String(privateKey.export({ format: "pem", type: "pkcs8" })),
    signer: { name, privateKey },
  };
}

interface Wanted {
  readonly names: readonly string[];
  readonly authority: Certificate;
  readonly days: readonly [number, number];
}

function der(tag: number, content: Uint8Array): Buffer {
  const { length } = content;
  const size = length < 0x80 ? [length] : length < 0x100 ? [0x81, length] : [0x82, length >> 8, length & 0xff];
  return Buffer.concat([Buffer.of(tag, ...size), content]);
}

function sequence(...parts: readonly Uint8Array[]): Buffer {
  return der(0x30, Buffer.concat(parts));
}

function oid(...bytes: readonly number[]): Buffer {
  return der(0x06, Buffer.of(...bytes));
}

const ecdsaWithSha256 = sequence(oid(0x2a, 0x86, 0x48, 0xce, 0x3d, 0x04, 0x03, 0x02));

function distinguishedName(name: string): Buffer {
  return sequence(der(0x31, sequence(oid(0x55, 0x04, 0x03), der(0x0c, Buffer.from(name)))));
}

function generalName(name: string): Buffer {
  const [kind, value = ""] = name.split(":");
  return kind === "IP" ? der(0x87, Buffer.from(value.split(".").map(Number))) : der(0x82, Buffer.from(value));
}

function time(date: Date): Buffer {
  const digits = date.toISOString().replace(/[-:T]/g, "").slice(2, 14);
  return der(0x17, Buffer.from(`${digits}Z`));
}
