import type { MailLink } from "@soundings/api";
import { createTransport } from "nodemailer";
import type { MailSettings } from "../sign-in/settings.ts";

const WAIT_MS = 10_000;

const WORDS = {
  invite: {
    subject: "Your account for Soundings",
    why: "An account for Soundings was made for you. Choose your password with this link:",
  },
  reset: {
    subject: "A new password for Soundings",
    why: "An administrator made a link with which you choose a new password for Soundings:",
  },
} as const;

/** Mails one-time links, and nothing else: no mail says anything of a patient. Answers false when a mail did not go out. */
export function mailer(settings: MailSettings, origin: string, failed: (error: unknown) => void): MailLink {
  const transport = createTransport({
    url: settings.url,
    connectionTimeout: WAIT_MS,
    greetingTimeout: WAIT_MS,
    socketTimeout: WAIT_MS,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return async ({ email, kind, path, expiresAt }) => {
    const { subject, why } = WORDS[kind];
    const lines = [
      why,
      "",
      `${origin}${path}`,
      "",
      `It works once, until ${expiresAt.slice(0, 16).replace("T", " ")} UTC. Tell nobody.`,
      "If you did not expect this, tell an administrator of your clinic.",
    ];
    try {
      await transport.sendMail({ from: settings.from, to: email, subject, text: lines.join("\n") });
      return true;
    } catch (error) {
      failed(error);
      return false;
    }
  };
}
