import { readFileSync, statSync } from "node:fs";
import { BlockList, isIP } from "node:net";
import { createSecureContext } from "node:tls";
import { CommandError } from "@soundings/api";

/** How pages reach this server: what is between, and what protects it. */
type Transport = "loopback" | "own_certificate" | "trusted_proxy" | "plain";

/** What a person sets; absent means that nothing was said. */
export interface ListeningSettings {
  /** The address to listen on; this machine only unless given. */
  readonly host?: string | undefined;
  /** PEM files of a certificate with its chain, and of its key. */
  readonly tlsCertificate?: string | undefined;
  readonly tlsKey?: string | undefined;
  /** Addresses or networks of the proxies in front, separated by commas. */
  readonly trustedProxy?: string | undefined;
  /** The address under which people open Soundings, such as `https://soundings.clinic.example`. */
  readonly publicUrl?: string | undefined;
  /** Beyond this machine without encryption, said plainly. */
  readonly plain?: boolean | undefined;
}

/** Settings that belong together, checked. */
export interface Listening {
  readonly host: string;
  readonly transport: Transport;
  readonly tls: { readonly cert: Buffer; readonly key: Buffer } | null;
  /** The proxies in front; null without. Only they say who is asking. */
  readonly proxies: BlockList | null;
  /** The same as a list, as the HTTP host wants it. */
  readonly proxyList: readonly string[];
  /** The origin under which people open it besides the names of this machine. */
  readonly publicOrigin: string | null;
}

const LOOPBACK = "127.0.0.1";

function isLoopback(host: string): boolean {
  return host === "localhost" || host === "::1" || /^127(\.\d{1,3}){3}$/.test(host);
}

function readPem(file: string, what: string): Buffer {
  try {
    return readFileSync(file);
  } catch (cause) {
    throw new CommandError(
      `The ${what} ${file} cannot be read. Nothing was started. Name a PEM file that this account may read.`,
      { cause },
    );
  }
}

function checkPrivate(file: string): void {
  if ((statSync(file).mode & 0o077) === 0) return;
  throw new CommandError(
    `The key file ${file} may be read by others than its owner. Nothing was started. Run chmod 600 on it, then try again.`,
  );
}

function tlsOf({ tlsCertificate, tlsKey }: ListeningSettings): Listening["tls"] {
  if (tlsCertificate === undefined && tlsKey === undefined) return null;
  if (tlsCertificate === undefined || tlsKey === undefined)
    throw new CommandError(
      "A certificate needs its key, and a key its certificate. Nothing was started. Give both --tls-cert and --tls-key.",
    );
  const cert = readPem(tlsCertificate, "certificate");
  const key = readPem(tlsKey, "key file");
  checkPrivate(tlsKey);
  try {
    createSecureContext({ cert, key });
  } catch (cause) {
    throw new CommandError(
      "The certificate and the key do not fit together, or are not PEM files. Nothing was started. Give the certificate with its chain and the key that belongs to it.",
      { cause },
    );
  }
  return { cert, key };
}

/** @throws CommandError for what is no address or network, and for a network that holds everybody. */
function proxiesOf(text: string): { readonly list: readonly string[]; readonly proxies: BlockList } {
  const list = text
    .split(",")
    .map((one) => one.trim())
    .filter((one) => one !== "");
  const proxies = new BlockList();
  for (const one of list) {
    const [address = "", bits] = one.split("/");
    const family = isIP(address) === 6 ? "ipv6" : "ipv4";
    const widest = family === "ipv6" ? 128 : 32;
    const prefix = bits === undefined ? widest : Number(bits);
    const sound = isIP(address) !== 0 && Number.isInteger(prefix) && prefix >= 8 && prefix <= widest;
    if (!sound)
      throw new CommandError(
        `"${one}" is not the address of a proxy, nor a network of /8 or smaller. Nothing was started. Give addresses such as 10.0.0.5 or 10.0.0.0/24.`,
      );
    proxies.addSubnet(address, prefix, family);
  }
  if (list.length === 0)
    throw new CommandError(
      "--trusted-proxy names no proxy. Nothing was started. Give its address, such as 10.0.0.5.",
    );
  return { list, proxies };
}

function originOf(text: string, secure: boolean): string {
  const url = URL.canParse(text) ? new URL(text) : null;
  const sound = url !== null && url.pathname === "/" && url.search === "" && url.username === "";
  if (!sound || !["https:", "http:"].includes(url.protocol))
    throw new CommandError(
      `"${text}" is not the address of a site. Nothing was started. Give it without a path, such as https://soundings.clinic.example.`,
    );
  if (secure && url.protocol !== "https:")
    throw new CommandError(
      "The address that people open must begin with https:// here. Nothing was started. Correct --public-url.",
    );
  return url.origin;
}

function transportOf(host: string, settings: ListeningSettings, tls: Listening["tls"]): Transport {
  if (tls !== null) return "own_certificate";
  if (settings.trustedProxy !== undefined) return "trusted_proxy";
  if (isLoopback(host)) return "loopback";
  if (settings.plain === true) return "plain";
  throw new CommandError(
    `Records would cross the network unencrypted at ${host}. Nothing was started. Give a certificate (--tls-cert, --tls-key), or a proxy in front that has one (--trusted-proxy, --public-url); or leave --host out to listen on this machine only. Who must do without says so with --plain-http.`,
  );
}

/**
 * How to listen. Beyond this machine only with a certificate of one's own or behind a named proxy that has one, unless told
 * plainly.
 * @throws CommandError that says what does not fit together; nothing is opened then.
 */
export function listeningOf(settings: ListeningSettings): Listening {
  const { host = LOOPBACK, trustedProxy, publicUrl } = settings;
  const tls = tlsOf(settings);
  const transport = transportOf(host, settings, tls);
  const behind = trustedProxy === undefined ? null : proxiesOf(trustedProxy);
  const beyond = !isLoopback(host) || behind !== null;
  if (beyond && publicUrl === undefined)
    throw new CommandError(
      "Beyond this machine, the address that people open must be known. Nothing was started. Give it with --public-url, such as https://soundings.clinic.example.",
    );
  return {
    host,
    transport,
    tls,
    proxies: behind?.proxies ?? null,
    proxyList: behind?.list ?? [],
    publicOrigin: publicUrl === undefined ? null : originOf(publicUrl, beyond && transport !== "plain"),
  };
}

/** A demo clinic, whose passwords are on its first page, is for this machine only. */
export function checkDemoStaysHere({ host, proxies }: Listening): void {
  if (isLoopback(host) && proxies === null) return;
  throw new CommandError(
    "The demo clinic shows its passwords and is for this machine only. Nothing was started. Leave --host and --trusted-proxy out, or name a data directory for real records.",
  );
}

/** Whether a socket's other end is one of the proxies. */
export function isProxy({ proxies }: Listening, address: string | undefined): boolean {
  if (proxies === null || address === undefined) return false;
  const plain = address.startsWith("::ffff:") ? address.slice("::ffff:".length) : address;
  return proxies.check(plain, isIP(plain) === 6 ? "ipv6" : "ipv4");
}
