import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { generate } from "selfsigned";

/** A certificate for localhost and its key, as files that only their owner may read. */
export async function makeCertificate(folder: string): Promise<{ tlsCertificate: string; tlsKey: string }> {
  const made = await generate([{ name: "commonName", value: "localhost" }], { keySize: 2048 });
  const tlsCertificate = join(folder, "cert.pem");
  const tlsKey = join(folder, "key.pem");
  writeFileSync(tlsCertificate, made.cert, { mode: 0o600 });
  writeFileSync(tlsKey, made.private, { mode: 0o600 });
  return { tlsCertificate, tlsKey };
}
