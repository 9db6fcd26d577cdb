import type { RunningStatus } from "@soundings/contract";

const STEPS = ["bytes", "KB", "MB", "GB", "TB"] as const;

/** `512 bytes`, `48.2 MB`: in steps of 1,000, as disks are sold. */
export function sizeWords(bytes: number): string {
  const step = bytes < 1_000 ? 0 : Math.min(Math.floor(Math.log10(bytes) / 3), STEPS.length - 1);
  const value = bytes / 1_000 ** step;
  return `${value.toLocaleString("en-US", { maximumFractionDigits: step === 0 ? 0 : 1 })} ${STEPS[step]}`;
}

export const TRANSPORT_WORDS: Readonly<Record<RunningStatus["secureTransport"], string>> = {
  loopback: "This machine only. Nobody else on the network can reach it.",
  own_certificate: "TLS with this server's own certificate.",
  trusted_proxy: "TLS at a proxy that was named as trusted.",
  plain:
    "Without TLS, because it was told to. Anybody on the network between can read what is shown: set up a certificate or a proxy.",
};

const ENCRYPTION_WORDS = {
  on: "Encrypted with this server's key. Backups are encrypted with it too: keep the key apart from them.",
  demo: "Not encrypted. Nothing in it needs to be: every person is invented.",
  off: "Not encrypted. The disk of this machine must be encrypted, and so must every place that holds a backup. To encrypt the database itself, start with a key file.",
} as const;

export function encryptionWords({
  encrypted,
  purpose,
}: Pick<RunningStatus, "encrypted" | "purpose">): string {
  if (encrypted) return ENCRYPTION_WORDS.on;
  return purpose === "demo" ? ENCRYPTION_WORDS.demo : ENCRYPTION_WORDS.off;
}
