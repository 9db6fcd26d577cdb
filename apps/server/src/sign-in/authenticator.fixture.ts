import { createHash, createSign, generateKeyPairSync, randomBytes } from "node:crypto";

const FLAGS = { present: 0x01, verified: 0x04, attested: 0x40 } as const;

function head(major: number, length: number): Buffer {
  if (length < 24) return Buffer.from([(major << 5) | length]);
  if (length < 256) return Buffer.from([(major << 5) | 24, length]);
  return Buffer.from([(major << 5) | 25, length >> 8, length & 0xff]);
}
const bytes = (value: Buffer) => Buffer.concat([head(2, value.length), value]);
const word = (value: string) => Buffer.concat([head(3, value.length), Buffer.from(value)]);
const number = (value: number) => (value < 0 ? head(1, -1 - value) : head(0, value));
/** A map of CBOR (RFC 8949), as much of it as an authenticator's answer needs. */
const map = (...entries: readonly (readonly [Buffer, Buffer])[]) =>
  Buffer.concat([head(5, entries.length), ...entries.flat()]);

interface Asked {
  readonly challenge: string;
}

/** An authenticator in software (WebAuthn level 3, ES256, no attestation), with its one passkey. */
export class Authenticator {
  readonly #key = generateKeyPairSync("ec", { namedCurve: "P-256" });
  readonly #id = randomBytes(16);
  readonly #rpId: string;
  /** Whether it makes sure who holds it. */
  verifies = true;

  constructor(rpId: string) {
    this.#rpId = rpId;
  }

  #flags(more = 0): number {
    return FLAGS.present | (this.verifies ? FLAGS.verified : 0) | more;
  }

  #data(flags: number, attested: Buffer): Buffer {
    const rpIdHash = createHash("sha256").update(this.#rpId).digest();
    return Buffer.concat([rpIdHash, Buffer.from([flags, 0, 0, 0, 0]), attested]);
  }

  #client(type: string, { challenge }: Asked, origin: string): Buffer {
    return Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }));
  }

  #answer(response: Record<string, unknown>) {
    const id = this.#id.toString("base64url");
    return { id, rawId: id, type: "public-key", clientExtensionResults: {}, response };
  }

  /** The answer to options for a new passkey. */
  make(asked: Asked, origin: string) {
    const { x = "", y = "" } = this.#key.publicKey.export({ format: "jwk" });
    const cose = map(
      [number(1), number(2)],
      [number(3), number(-7)],
      [number(-1), number(1)],
      [number(-2), bytes(Buffer.from(x, "base64url"))],
      [number(-3), bytes(Buffer.from(y, "base64url"))],
    );
    const attested = Buffer.concat([Buffer.alloc(16), Buffer.from([0, this.#id.length]), this.#id, cose]);
    const data = this.#data(this.#flags(FLAGS.attested), attested);
    const object = map(
      [word("fmt"), word("none")],
      [word("attStmt"), map()],
      [word("authData"), bytes(data)],
    );
    return this.#answer({
      clientDataJSON: this.#client("webauthn.create", asked, origin).toString("base64url"),
      attestationObject: object.toString("base64url"),
      transports: ["internal"],
    });
  }

  /** The answer to options for signing in. */
  show(asked: Asked, origin: string) {
    const client = this.#client("webauthn.get", asked, origin);
    const data = this.#data(this.#flags(), Buffer.alloc(0));
    const signed = createSign("sha256").update(data).update(createHash("sha256").update(client).digest());
    return this.#answer({
      clientDataJSON: client.toString("base64url"),
      authenticatorData: data.toString("base64url"),
      signature: signed.sign(this.#key.privateKey).toString("base64url"),
    });
  }
}
