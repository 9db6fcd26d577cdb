import { CommandError, type MailLink, type MailNotice } from "@soundings/api";
import { createTransport } from "nodemailer";
import type { MailSettings } from "../sign-in/settings.ts";

const WAIT_MS = 10_000;

const LINKS = {
  invite: {
    subject: "Your account for Soundings",
    why: "An account for Soundings was made for you. Choose your password with this link:",
  },
  reset: {
    subject: "A new password for Soundings",
    why: "An administrator made a link with which you choose a new password for Soundings:",
  },
} as const;

interface Mailer {
  readonly link: MailLink;
  readonly notice: MailNotice;
}

/**
 * Mails one-time links, and that there is something new to see: no mail says anything of a patient. Answers false when a mail
 * did not go out.
 * @throws CommandError when it is not known under which address people open Soundings.
 */
export function mailer(
  settings: MailSettings,
  publicOrigin: string | null,
  failed: (error: unknown) => void,
): Mailer {
  if (publicOrigin === null)
    throw new CommandError(
      "Mailed links need the address that people open. Nothing was started. Give it with --public-url, such as https://soundings.clinic.example, or set up no mail.",
    );
  const transport = createTransport({
    url: settings.url,
    connectionTimeout: WAIT_MS,
    greetingTimeout: WAIT_MS,
    socketTimeout: WAIT_MS,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  const send = async (to: string, subject: string, lines: readonly string[]) => {
    try {
      await transport.sendMail({ from: settings.from, to, subject, text: lines.join("\n") });
      return true;
    } catch (error) {
      failed(error);
      return false;
    }
  };
  return {
    link: ({ email, kind, path, expiresAt }) => {
      const { subject, why } = LINKS[kind];
      return send(email, subject, [
        why,
        "",
        `${publicOrigin}${path}`,
        "",
        `It works once, until ${expiresAt.slice(0, 16).replace("T", " ")} UTC. Tell nobody.`,
        "If you did not expect this, tell an administrator of your clinic.",
      ]);
    },
    notice: ({ email }) =>
      send(email, "Something new in Soundings", [
        "There is something new among your notices in Soundings. Sign in to see it:",
        "",
        `${publicOrigin}/`,
      ]),
  };
}
