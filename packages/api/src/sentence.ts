import { ClinicFolderError } from "@soundings/interchange";
import { StoreError } from "@soundings/records";
import { AppError } from "./errors.ts";

/** A command that cannot be done as it was given; the message says what to do. */
export class CommandError extends Error {
  override readonly name = "CommandError";
}

const OF_SYSTEM: Readonly<Record<string, (path: string) => string>> = {
  EACCES: (path) => `${path} may not be used. Give this account the right to read and write it.`,
  EPERM: (path) => `${path} may not be used. Give this account the right to read and write it.`,
  EROFS: (path) => `${path} is on a disk that cannot be written. Choose another place.`,
  ENOENT: (path) => `${path} is not there. Check the path.`,
  ENOTDIR: (path) => `${path} is not a directory. Check the path.`,
  EISDIR: (path) => `${path} is a directory. Name a file.`,
  EEXIST: (path) => `${path} is there already. Name another one.`,
  ENOSPC: (path) => `The disk is full (${path}). All records are as they were. Make room, then try again.`,
  EDQUOT: (path) =>
    `The disk quota is used up (${path}). All records are as they were. Make room, then try again.`,
  EADDRINUSE: (port) =>
    `Port ${port} is in use, perhaps by another Soundings. Stop that program, or choose another port with --port.`,
};

function ofSystem(error: Error): string | null {
  const fault = error as NodeJS.ErrnoException & { readonly port?: number };
  const sentence = fault.code === undefined ? undefined : OF_SYSTEM[fault.code];
  return sentence === undefined ? null : sentence(String(fault.port ?? fault.path ?? "a file"));
}

/**
 * One sentence for the person at the keyboard: what happened and what to do. An error that nobody expected is named by its
 * kind and place only, since its message may hold what a patient is known by.
 */
export function sentenceOf(error: unknown): string {
  const known = [StoreError, ClinicFolderError, AppError, CommandError].some((kind) => error instanceof kind);
  if (known && error instanceof Error) return error.message;
  if (!(error instanceof Error))
    return "Soundings stopped for a reason that it does not know. Run soundings verify.";
  const system = ofSystem(error);
  if (system !== null) return system;
  const place = /([\w.-]+\.ts:\d+)/.exec(error.stack ?? "")?.[1] ?? "unknown place";
  return `Soundings stopped on a fault of its own (${error.name} at ${place}). What was being written was taken back. Run soundings verify, and report the fault.`;
}
