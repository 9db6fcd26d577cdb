import { auth } from "./auth.ts";

/** The person's device or password manager did not give a passkey: none is there, or the person stopped it. */
export class NoPasskey extends Error {
  constructor(options?: ErrorOptions) {
    super("no passkey was given", options);
    this.name = "NoPasskey";
  }
}

// Fetched when it is asked for: who signs in by password does not wait for it.
const library = () => import("@simplewebauthn/browser");

export function canUsePasskeys(): boolean {
  return typeof PublicKeyCredential === "function";
}

async function fromDevice<Value>(ask: () => Promise<Value>): Promise<Value> {
  try {
    return await ask();
  } catch (cause) {
    throw new NoPasskey({ cause });
  }
}

/**
 * Signs in with a passkey of the device.
 *
 * @throws NoPasskey, AuthProblem
 */
export async function signInWithPasskey() {
  const { startAuthentication } = await library();
  const optionsJSON = await auth.passkeyOptions();
  const response = await fromDevice(() => startAuthentication({ optionsJSON }));
  return auth.passkey(response);
}

/**
 * Signs in with a passkey that is chosen among the suggestions of the e-mail field. Waits until one is chosen; null when
 * none can be suggested here or another way was taken.
 */
export async function signInWithSuggestedPasskey() {
  const { browserSupportsWebAuthnAutofill, startAuthentication } = await library();
  if (!(await browserSupportsWebAuthnAutofill())) return null;
  const optionsJSON = await auth.passkeyOptions();
  const response = await startAuthentication({ optionsJSON, useBrowserAutofill: true }).catch(() => null);
  return response === null ? null : auth.passkey(response);
}

/** Stops waiting for a suggested passkey. */
export async function stopSuggesting(): Promise<void> {
  const { WebAuthnAbortService } = await library();
  WebAuthnAbortService.cancelCeremony();
}

/**
 * Makes a passkey on the device and gives it to the account under a name.
 *
 * @throws NoPasskey, AuthProblem
 */
export async function addPasskey(name: string): Promise<void> {
  const { startRegistration } = await library();
  const optionsJSON = await auth.passkeyAddOptions();
  const response = await fromDevice(() => startRegistration({ optionsJSON }));
  await auth.passkeyAdd(name, response);
}
