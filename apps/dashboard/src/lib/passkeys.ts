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
 * Makes a passkey on the device and gives it to the account under a name. The password is asked for again by the server.
 *
 * @throws NoPasskey, AuthProblem
 */
export async function addPasskey(given: { readonly name: string; readonly password: string }): Promise<void> {
  const { startRegistration } = await library();
  const optionsJSON = await auth.passkeyAddOptions(given.password);
  const response = await fromDevice(() => startRegistration({ optionsJSON }));
  await auth.passkeyAdd(given, response);
}
