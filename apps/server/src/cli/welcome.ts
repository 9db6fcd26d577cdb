import { readSiteInfo, type Services } from "@soundings/api";
import { hasNoPeople } from "@soundings/records";
import { DEMO_PASSWORD, demoAccounts } from "../demo/accounts.ts";
import type { RunningServer } from "../start.ts";

/** Whether whoever takes the disk can read the records. */
function encryptionLine(encrypted: boolean, purpose: string): string {
  if (encrypted)
    return "The database is encrypted. Keep a copy of its key in a safe place apart from the backups.";
  return purpose === "demo"
    ? "The database is not encrypted; nothing in it needs to be."
    : "The database is not encrypted: the disk that it lies on must be (or see soundings help rekey).";
}

/** What protects records on their way to a page, where that is not this machine. */
function transportLines(transport: Services["hosting"]["secureTransport"]): readonly string[] {
  if (transport === "loopback") return ["It listens on this machine only."];
  if (transport === "plain")
    return [
      "WARNING: it answers beyond this machine without encryption, as told. Everybody on the network can read records.",
    ];
  return [
    transport === "own_certificate"
      ? "It answers over TLS with its own certificate."
      : "It answers through the trusted proxy only.",
  ];
}

const ROLE_WORDS = {
  therapist: "a therapist",
  prescriber: "a prescriber",
  director: "a clinical director",
  front_desk: "the front desk",
  administrator: "an administrator",
} as const;

/** The accounts of a demo clinic, one of each role. */
function demoLines({ services }: RunningServer): readonly string[] {
  const accounts = demoAccounts(services.store, services.now());
  return [
    "Sign in as",
    ...accounts.map(({ role, email }) => `  ${ROLE_WORDS[role].padEnd(22)} ${email}`),
    `with the password      ${DEMO_PASSWORD}`,
  ];
}

/** What a person does next who has started an empty, real database. */
function firstLines(dataDir: string): readonly string[] {
  return [
    "Nobody has an account yet. Make the first administrator with:",
    `  soundings user add --data ${dataDir} --role administrator --email ADDRESS --name NAME`,
    `Take in patients with: soundings import FOLDER --data ${dataDir}`,
  ];
}

/** What `soundings serve` tells the person who started it. */
export function welcome(server: RunningServer, dataDir: string): string {
  const { services } = server;
  const site = readSiteInfo(services);
  const demo = site.purpose === "demo";
  const lines = [
    "",
    `Soundings ${site.version} is open at ${server.origin}`,
    demo
      ? `It holds the synthetic demo clinic of ${site.today}: every person in it is invented.`
      : "It holds real records: take care who sees the screen.",
    encryptionLine(services.store.key !== null, site.purpose),
    ...transportLines(services.hosting.secureTransport),
    ...(demo ? ["", ...demoLines(server)] : []),
    ...(!demo && hasNoPeople(services.store) ? ["", ...firstLines(dataDir)] : []),
    "",
    `Data directory  ${dataDir}`,
    "Stop it with Ctrl-C.",
    "",
    "",
  ];
  return lines.join("\n");
}
