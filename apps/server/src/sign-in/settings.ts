import { readFileSync } from "node:fs";
import { CommandError } from "@soundings/api";

/** An OpenID Connect provider through which people of the clinic may sign in. */
export interface ProviderSettings {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string | null;
  readonly name: string;
  /** Who asks for the second factor: the provider is trusted to, or Soundings does. */
  readonly secondFactor: "provider" | "here";
}

export interface MailSettings {
  readonly url: string;
  readonly from: string;
}

export interface SignInSettings {
  readonly secretFile: string | undefined;
  readonly provider: ProviderSettings | null;
  readonly mail: MailSettings | null;
}

type Environment = Readonly<Record<string, string | undefined>>;

function fromFile(name: string, file: string): string {
  try {
    return readFileSync(file, "utf8").trim();
  } catch (cause) {
    throw new CommandError(`${name} names a file that cannot be read. Nothing was started. Correct it.`, {
      cause,
    });
  }
}

function providerOf(env: Environment): ProviderSettings | null {
  const issuer = env.SOUNDINGS_OIDC_ISSUER || undefined;
  const clientId = env.SOUNDINGS_OIDC_CLIENT_ID || undefined;
  if (issuer === undefined && clientId === undefined) return null;
  const secondFactor = env.SOUNDINGS_OIDC_SECOND_FACTOR || "here";
  if (issuer === undefined || clientId === undefined || !URL.canParse(issuer))
    throw new CommandError(
      "Single sign-on needs SOUNDINGS_OIDC_ISSUER, an address, and SOUNDINGS_OIDC_CLIENT_ID. Nothing was started. Set both, or neither.",
    );
  if (secondFactor !== "here" && secondFactor !== "provider")
    throw new CommandError(
      "SOUNDINGS_OIDC_SECOND_FACTOR is neither here nor provider. Nothing was started. Correct it.",
    );
  const file = env.SOUNDINGS_OIDC_CLIENT_SECRET_FILE || undefined;
  const clientSecret =
    file === undefined
      ? env.SOUNDINGS_OIDC_CLIENT_SECRET || null
      : fromFile("SOUNDINGS_OIDC_CLIENT_SECRET_FILE", file);
  return { issuer, clientId, clientSecret, name: env.SOUNDINGS_OIDC_NAME || "Single sign-on", secondFactor };
}

function mailOf(env: Environment): MailSettings | null {
  const url = env.SOUNDINGS_SMTP_URL || undefined;
  const from = env.SOUNDINGS_MAIL_FROM || undefined;
  if (url === undefined && from === undefined) return null;
  if (url === undefined || from === undefined || !/^smtps?:\/\//.test(url))
    throw new CommandError(
      "Mail needs SOUNDINGS_SMTP_URL, such as smtp://mail.example:587, and SOUNDINGS_MAIL_FROM. Nothing was started. Set both, or neither.",
    );
  return { url, from };
}

/** @throws CommandError for settings that do not fit together. */
export function signInSettings(env: Environment): SignInSettings {
  return {
    secretFile: env.SOUNDINGS_SECRET_FILE || undefined,
    provider: providerOf(env),
    mail: mailOf(env),
  };
}
