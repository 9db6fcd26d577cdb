import { StoreError, type StoreErrorCode } from "../store/errors.ts";

const WHAT_HAPPENED: Readonly<Partial<Record<StoreErrorCode, readonly [happened: string, remedy: string]>>> =
  {
    disk_full: ["The disk is full", "Make room"],
    disk_error: ["The disk reported an error", "Check the disk"],
  };

/**
 * The failure of an import that was being applied, with a sentence that is true of it: a transaction that fails is taken
 * back, but the patients before it are in, and the rest is in the staging. Any other failure as it is.
 */
export function whileApplying(error: unknown): unknown {
  const known = error instanceof StoreError ? WHAT_HAPPENED[error.code] : undefined;
  if (known === undefined || !(error instanceof StoreError)) return error;
  const [happened, remedy] = known;
  return new StoreError(
    error.code,
    `${happened}, and the import is not finished: some of its patients may be in, each of them whole, and the others are as they were. ${remedy}, then start the server or run any import: what is left goes in by itself.`,
    { cause: error },
  );
}
