/**
 * Why a folder could not be read or written at all. `message` is one sentence for the person at the keyboard that says what
 * to do; it names files and folders and nothing of their content.
 */
export class ClinicFolderError extends Error {
  override readonly name = "ClinicFolderError";
  readonly code: ClinicFolderErrorCode;

  constructor(code: ClinicFolderErrorCode, message: string) {
    super(message);
    this.code = code;
  }
}

export type ClinicFolderErrorCode =
  | "not_found"
  | "not_a_folder"
  | "unreadable"
  | "nothing_to_read"
  | "not_empty"
  | "unwritable"
  | "disk_full";

const READING: Readonly<Record<string, readonly [ClinicFolderErrorCode, string]>> = {
  ENOENT: ["not_found", "does not exist; check the path"],
  ENOTDIR: ["not_a_folder", "is not a folder; give the folder that holds the CSV files"],
  EACCES: ["unreadable", "may not be read; give the account that runs Soundings permission to read it"],
  EPERM: ["unreadable", "may not be read; give the account that runs Soundings permission to read it"],
};

const WRITING: Readonly<Record<string, readonly [ClinicFolderErrorCode, string]>> = {
  ENOENT: ["not_found", "cannot be made because the folder above it does not exist; check the path"],
  ENOTDIR: ["not_a_folder", "is not a folder; give the path of a new or empty folder"],
  EEXIST: ["not_a_folder", "is not a folder; give the path of a new or empty folder"],
  EACCES: [
    "unwritable",
    "may not be written; give the account that runs Soundings permission to write there",
  ],
  EPERM: ["unwritable", "may not be written; give the account that runs Soundings permission to write there"],
  EROFS: ["unwritable", "lies on a disk that cannot be written; choose another place"],
  ENOSPC: ["disk_full", "does not fit on its disk; free some space or choose another place"],
  EDQUOT: ["disk_full", "does not fit into the disk quota; free some space or choose another place"],
};

/** A failure of the file system while reading `path`, as a sentence. Any other failure is given back as it is. */
export function readingError(failure: unknown, path: string): unknown {
  return asFolderError(failure, path, READING) ?? failure;
}

/** A failure of the file system while writing `path`, as a sentence. Any other failure is given back as it is. */
export function writingError(failure: unknown, path: string): unknown {
  return asFolderError(failure, path, WRITING) ?? failure;
}

function asFolderError(failure: unknown, path: string, sentences: typeof READING): ClinicFolderError | null {
  if (!(failure instanceof Error) || !("code" in failure) || !("syscall" in failure)) return null;
  const reading = sentences === READING;
  const [code, ending] = sentences[String(failure.code)] ?? [
    reading ? "unreadable" : "unwritable",
    `cannot be ${reading ? "read" : "written"} (${String(failure.code)}); check the disk and try again`,
  ];
  return new ClinicFolderError(code, `${path} ${ending}.`);
}
