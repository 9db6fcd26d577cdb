import { z } from "zod";

/**
 * Every failure that the product expects, with its HTTP status and what a person is told: what happened, what was kept,
 * what to do. No sentence names a patient, a score or a file's content.
 */
export const APP_ERRORS = {
  bad_request: {
    status: 400,
    sentence:
      "The page asked for something that the server does not understand. Nothing was changed. Reload the page and try again.",
  },
  bad_day: {
    status: 400,
    sentence: "That day is not in the calendar. Nothing was changed. Choose a day of the form 2026-03-16.",
  },
  day_in_future: {
    status: 400,
    sentence: "That day has not come yet, so nothing is known as of it. Choose today or an earlier day.",
  },
  wrong_host: {
    status: 421,
    sentence:
      "Soundings answers only under the name of this machine. Nothing was shown. Open it as http://localhost and its port.",
  },
  foreign_origin: {
    status: 403,
    sentence:
      "Another site asked for a change in your name. It was refused and nothing was changed. Work from the Soundings pages.",
  },
  not_found: {
    status: 404,
    sentence: "There is nothing at this address. Go back to the caseload and open the page from there.",
  },
  no_such_patient: {
    status: 404,
    sentence:
      "No patient has this record number here. Nothing was changed. Go back to the caseload and search by name.",
  },
  no_such_episode: {
    status: 404,
    sentence: "This patient has no such episode as of the chosen day. Choose another episode, or today.",
  },
  no_such_set_aside_row: {
    status: 404,
    sentence: "This set-aside row is not here any more. Nothing was changed. Reload the list.",
  },
  already_settled: {
    status: 409,
    sentence:
      "Somebody has settled this row in the meantime. Your change was not taken in. Reload the list to see what stands.",
  },
  too_large: {
    status: 413,
    sentence:
      "That is more than one request may carry. Nothing was changed. Use the soundings import command for whole files.",
  },
  busy: {
    status: 503,
    sentence:
      "Another program is writing to the database, such as an import. Nothing was changed. Try again in a moment.",
  },
  too_many_streams: {
    status: 503,
    sentence: "Too many pages are open at once, so this one is not kept up to date. Close some, then reload.",
  },
  disk_full: {
    status: 507,
    sentence:
      "The disk of this machine is full. Nothing was changed and all records are as they were. Make room, then try again.",
  },
  database_unusable: {
    status: 503,
    sentence:
      "The database cannot be read by this server. Nothing was changed. Run soundings verify, or restore a backup.",
  },
  unexpected: {
    status: 500,
    sentence:
      "Something went wrong on the server. Records are as they were. Try again; if it happens again, report the request number.",
  },
} as const satisfies Record<string, { readonly status: number; readonly sentence: string }>;

export type AppErrorCode = keyof typeof APP_ERRORS;

const codes = Object.keys(APP_ERRORS) as [AppErrorCode, ...AppErrorCode[]];

/** What a refused or failed request answers, outside tRPC as its body, inside as the `data` of the error. */
export const problemData = z.object({
  code: z.enum(codes),
  httpStatus: z.int(),
  requestId: z.string(),
});
export type ProblemData = z.infer<typeof problemData>;
