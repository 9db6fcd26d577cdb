import { chmodSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { temporaryFolder } from "../cli/clinic.fixture.ts";
import { makeCertificate } from "./certificate.fixture.ts";
import { checkDemoStaysHere, isProxy, listeningOf } from "./listening.ts";

const PUBLIC = "https://soundings.clinic.example";
let own: { tlsCertificate: string; tlsKey: string };

beforeAll(async () => {
  own = await makeCertificate(temporaryFolder());
});

describe("where pages can be reached", () => {
  it("is this machine only, unless said otherwise", () => {
    expect(listeningOf({})).toMatchObject({ host: "127.0.0.1", transport: "loopback", tls: null });
  });

  it.each(["0.0.0.0", "::", "10.0.0.7", "clinic.example"])(
    "is not %s without encryption, and the refusal says the ways",
    (host) => {
      expect(() => listeningOf({ host, publicUrl: PUBLIC })).toThrow(
        /Nothing was started.*--tls-cert.*--trusted-proxy.*--plain-http/,
      );
    },
  );

  it("is everywhere with a certificate of one's own", () => {
    const listening = listeningOf({ ...own, host: "0.0.0.0", publicUrl: PUBLIC });
    expect(listening).toMatchObject({ transport: "own_certificate", publicOrigin: PUBLIC });
    expect(listening.tls?.cert.toString()).toContain("BEGIN CERTIFICATE");
  });

  it("is everywhere in plain only when told plainly", () => {
    const settings = { host: "0.0.0.0", publicUrl: "http://clinic.example:4280" };
    expect(listeningOf({ ...settings, plain: true })).toMatchObject({
      transport: "plain",
      publicOrigin: "http://clinic.example:4280",
    });
    expect(() => listeningOf(settings)).toThrow(/unencrypted/);
  });

  it("beyond this machine needs the address that people open, encrypted", () => {
    expect(() => listeningOf({ ...own, host: "0.0.0.0" })).toThrow(/--public-url/);
    expect(() => listeningOf({ ...own, host: "0.0.0.0", publicUrl: "http://clinic.example" })).toThrow(
      /https:\/\//,
    );
    for (const publicUrl of ["clinic.example", "https://clinic.example/soundings", "ftp://clinic.example"])
      expect(() => listeningOf({ ...own, host: "0.0.0.0", publicUrl })).toThrow(/Nothing was started/);
  });
});

describe("a certificate of one's own", () => {
  it("needs its key, and the key its certificate", () => {
    expect(() => listeningOf({ tlsCertificate: own.tlsCertificate })).toThrow(/needs its key/);
    expect(() => listeningOf({ tlsKey: own.tlsKey })).toThrow(/needs its key/);
  });

  it("must be there, be PEM, and belong to the key", async () => {
    const other = await makeCertificate(temporaryFolder());
    expect(() => listeningOf({ ...own, tlsCertificate: "/no/such.pem" })).toThrow(/cannot be read/);
    expect(() => listeningOf({ ...own, tlsKey: other.tlsKey })).toThrow(/do not fit together/);
    const nonsense = join(temporaryFolder(), "cert.pem");
    writeFileSync(nonsense, "not a certificate");
    expect(() => listeningOf({ ...own, tlsCertificate: nonsense })).toThrow(/do not fit together/);
  });

  it("has a key that nobody else may read", async () => {
    const open = await makeCertificate(temporaryFolder());
    chmodSync(open.tlsKey, 0o644);
    expect(() => listeningOf(open)).toThrow(/chmod 600/);
  });
});

describe("a proxy in front", () => {
  const behind = (trustedProxy: string) => listeningOf({ host: "0.0.0.0", trustedProxy, publicUrl: PUBLIC });

  it("is known by its address, or by its network", () => {
    const listening = behind("10.0.0.5, 10.1.0.0/16, fd00::/8");
    expect(listening.transport).toBe("trusted_proxy");
    for (const address of ["10.0.0.5", "::ffff:10.0.0.5", "10.1.200.3", "fd00::17"])
      expect(isProxy(listening, address)).toBe(true);
    for (const address of ["10.0.0.6", "10.2.0.1", "::1", "2001:db8::1", undefined])
      expect(isProxy(listening, address)).toBe(false);
  });

  it.each(["", " , ", "proxy.example", "0.0.0.0/0", "10.0.0.0/4", "10.0.0.0/x", "::/0"])(
    "is not %j, which would be nobody or everybody",
    (trustedProxy) => {
      expect(() => behind(trustedProxy)).toThrow(/Nothing was started/);
    },
  );
});

describe("the demo clinic, which shows its passwords", () => {
  it("stays on this machine", async () => {
    expect(() => checkDemoStaysHere(listeningOf({}))).not.toThrow();
    expect(() => checkDemoStaysHere(listeningOf(own))).not.toThrow();
    expect(() => checkDemoStaysHere(listeningOf({ ...own, host: "0.0.0.0", publicUrl: PUBLIC }))).toThrow(
      /this machine only/,
    );
    expect(() => checkDemoStaysHere(listeningOf({ trustedProxy: "127.0.0.1", publicUrl: PUBLIC }))).toThrow(
      /this machine only/,
    );
  });
});
