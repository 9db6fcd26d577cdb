import { userInfo } from "node:os";
import { CommandError } from "@soundings/api";
import { type Actor, type AuditEvent, enterBeside, type ReadStore, StoreError } from "@soundings/records";

/** The account of this machine under which the command runs; its number where it has no name, as in a container. */
function systemUser(): string {
  try {
    return userInfo().username;
  } catch {
    return `user ${process.getuid?.() ?? "unknown"}`;
  }
}

/** Who answers for what a command shows or does. */
export function systemActor(command: string): Actor {
  return {
    personId: null,
    name: `${systemUser()} (soundings ${command})`,
    signInId: null,
    requestId: null,
  };
}

/**
 * Enters what a command is about to show, before it shows it.
 * @throws CommandError when it cannot be entered: then nothing may be shown.
 */
export function enterSystem(store: ReadStore, command: string, event: AuditEvent): void {
  try {
    enterBeside(store, systemActor(command), event);
  } catch (cause) {
    const why = cause instanceof StoreError ? ` ${cause.message}` : "";
    throw new CommandError(
      `What was asked for could not be entered in the audit, so it was not shown.${why}`,
      { cause },
    );
  }
}

/** Enters what a command has done already; answers the sentence for the person at the keyboard when it cannot be entered. */
export function enterDone(store: ReadStore, command: string, event: AuditEvent): string | null {
  try {
    enterBeside(store, systemActor(command), event);
    return null;
  } catch (error) {
    const why = error instanceof StoreError ? ` ${error.message}` : "";
    return `This was done and could not be entered in the audit.${why}`;
  }
}
