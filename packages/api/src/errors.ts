import { APP_ERRORS, type AppErrorCode } from "@soundings/contract";
import { NotAudited, RecordChanged, Refused, StoreError, type StoreErrorCode } from "@soundings/records";
import { TRPCError } from "@trpc/server";

/** A failure that the product expects; its code decides status and sentence (APP_ERRORS). */
export class AppError extends Error {
  readonly code: AppErrorCode;

  constructor(code: AppErrorCode, options?: ErrorOptions) {
    super(APP_ERRORS[code].sentence, options);
    this.name = "AppError";
    this.code = code;
  }
}

const OF_STORE: Readonly<Partial<Record<StoreErrorCode, AppErrorCode>>> = {
  locked: "busy",
  import_running: "busy",
  disk_full: "disk_full",
};

const OF_TRPC: Readonly<Partial<Record<string, AppErrorCode>>> = {
  BAD_REQUEST: "bad_request",
  PARSE_ERROR: "bad_request",
  METHOD_NOT_SUPPORTED: "bad_request",
  UNSUPPORTED_MEDIA_TYPE: "bad_request",
  NOT_FOUND: "not_found",
  PAYLOAD_TOO_LARGE: "too_large",
};

function codeOfHttp(error: Error): AppErrorCode {
  const status = "statusCode" in error ? error.statusCode : undefined;
  if (status === 413) return "too_large";
  return typeof status === "number" && status >= 400 && status < 500 ? "bad_request" : "unexpected";
}

/** Which of the expected failures an error is; `unexpected` for every other. */
export function appErrorCodeOf(error: unknown): AppErrorCode {
  if (error instanceof AppError || error instanceof Refused) return error.code;
  if (error instanceof NotAudited) return "audit_unwritable";
  if (error instanceof RecordChanged) return "record_changing";
  if (error instanceof StoreError) return OF_STORE[error.code] ?? "database_unusable";
  if (error instanceof TRPCError) {
    const inner = error.cause === undefined ? "unexpected" : appErrorCodeOf(error.cause);
    return inner === "unexpected" ? (OF_TRPC[error.code] ?? "unexpected") : inner;
  }
  return error instanceof Error ? codeOfHttp(error) : "unexpected";
}
