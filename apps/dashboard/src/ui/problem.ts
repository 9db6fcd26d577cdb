import { APP_ERRORS, type AppErrorCode, problemData } from "@soundings/contract";

export interface Problem {
  readonly title: string;
  readonly text: string;
  readonly requestId: string | null;
}

function dataOf(error: unknown) {
  const data = typeof error === "object" && error !== null && "data" in error ? error.data : null;
  return problemData.safeParse(data);
}

/** The code with which the server refused a request; null when it did not. */
export function codeOf(error: unknown): AppErrorCode | null {
  return dataOf(error).data?.code ?? null;
}

/** What a failed request says on a page: the server's own sentence, or that the server could not be reached. */
export function problemOf(error: unknown): Problem {
  const parsed = dataOf(error);
  if (!parsed.success) {
    return {
      title: "The server does not answer.",
      // The answer to a change can be lost after the change was written.
      text: "Check that Soundings is running on this machine, then try again. A change that you sent may have been made all the same: look before you send it again.",
      requestId: null,
    };
  }
  const { sentence } = APP_ERRORS[parsed.data.code];
  const end = sentence.indexOf(". ") + 1;
  return {
    title: end > 0 ? sentence.slice(0, end) : sentence,
    text: end > 0 ? sentence.slice(end + 1) : "",
    requestId: parsed.data.requestId,
  };
}
