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
      "Soundings does not answer under this name. Nothing was shown. Open it under the address that it was set up for, or as http://localhost and its port on the machine itself.",
  },
  insecure_transport: {
    status: 403,
    sentence:
      "Soundings is reached here only over an encrypted connection. Nothing was shown. Open it under its https address.",
  },
  foreign_origin: {
    status: 403,
    sentence:
      "Another site asked for a change in your name. It was refused and nothing was changed. Work from the Soundings pages.",
  },
  signed_out: {
    status: 401,
    sentence:
      "You are not signed in, or your sign-in has ended. What you typed is still on this page. Sign in, then go on.",
  },
  wrong_credentials: {
    status: 401,
    sentence:
      "That e-mail address and password do not open an account. Nothing was changed. Try again, or ask an administrator for a new link.",
  },
  wrong_code: {
    status: 401,
    sentence:
      "That code is not right or was used already. Nothing was changed. Enter the code that the app shows now, or a recovery code.",
  },
  too_many_tries: {
    status: 429,
    sentence:
      "There were too many tries. Nothing was changed. Wait a while (up to an hour, or a day for codes), then try again.",
  },
  link_unusable: {
    status: 410,
    sentence:
      "This link was used already, has expired, or was replaced by a newer one. Nothing was changed. Ask an administrator for a new one.",
  },
  weak_password: {
    status: 422,
    sentence:
      "That password is too short or too easy to guess. Nothing was changed. Choose 12 characters or more that hold no common phrase, name or date, such as four unrelated words.",
  },
  second_factor_needed: {
    status: 403,
    sentence:
      "Your role needs a second factor before records are shown. Nothing was changed. Set up an authenticator app or a passkey on the account page.",
  },
  not_allowed: {
    status: 403,
    sentence: "Your roles do not include this. Nothing was changed. An administrator can change roles.",
  },
  audit_unwritable: {
    status: 503,
    sentence:
      "What you asked for could not be entered in the audit, so it was not shown and nothing was changed. Try again; if it happens again, tell an administrator.",
  },
  no_such_entry: {
    status: 404,
    sentence: "This entry is not here, or not yours to see. Nothing was changed. Reload the page.",
  },
  email_taken: {
    status: 409,
    sentence:
      "Somebody has an account with this e-mail address already. Nothing was changed. Use another address.",
  },
  staff_taken: {
    status: 409,
    sentence:
      "Somebody has an account for this member of staff already. Nothing was changed. Choose another member of staff.",
  },
  last_administrator: {
    status: 409,
    sentence:
      "This is the last administrator who can sign in. Nothing was changed. Give the role to somebody else first.",
  },
  own_account: {
    status: 409,
    sentence:
      "This is your own account. Nothing was changed. Use the account page, or ask another administrator.",
  },
  changed_meanwhile: {
    status: 409,
    sentence:
      "Somebody has changed this in the meantime. Your change was not taken in and is still on this page. Reload to see what stands.",
  },
  bad_dates: {
    status: 400,
    sentence:
      "The last day is before the first, or lies too far ahead. Nothing was changed. Correct the days.",
  },
  bad_settings: {
    status: 400,
    sentence:
      "These settings do not fit together, such as a least that is above the most. Nothing was changed. Correct the marked fields.",
  },
  id_taken: {
    status: 409,
    sentence: "There is a program with this id already. Nothing was changed. Choose another id.",
  },
  basis_missing: {
    status: 403,
    sentence:
      "No consent in force covers what, to whom or why you want to disclose. Nothing has left. Choose what the consent covers, another basis, or record a consent first.",
  },
  copy_not_theirs: {
    status: 400,
    sentence:
      "The copy in plain words is for the patient: it leaves to the patient or on the patient's consent. Nothing has left. Choose that basis, or another form.",
  },
  record_changing: {
    status: 409,
    sentence:
      "The record changed again and again while the file was being made. Nothing has left. Try again in a moment.",
  },
  period_reversed: {
    status: 400,
    sentence:
      "The period ends before it begins, so no episode can lie in it. Nothing was computed. Exchange the two days, or choose others.",
  },
  no_such_set: {
    status: 404,
    sentence:
      "There is no such group of patients in program outcomes. Go back to the figures and open the number from there.",
  },
  computing_ended: {
    status: 409,
    sentence:
      "This computation was canceled, or nobody waited for it any more. Nothing was changed. Ask again to begin anew.",
  },
  too_many_computations: {
    status: 503,
    sentence:
      "Several long computations of program outcomes are under way already. Nothing was changed. Wait until one has ended, or cancel one of yours.",
  },
  too_few_closed: {
    status: 400,
    sentence:
      "Fewer than 20 stays of this therapist ended with what you chose, so there are no figures: they would show single patients and chance, not the therapist. Nothing was computed. Choose a longer period, fewer filters or all therapists, or work through the lists of patients and of data quality.",
  },
  therapist_stays_inside: {
    status: 400,
    sentence:
      "Figures of single therapists stay inside the program. Nothing has left. Choose all therapists and another comparison, then try again.",
  },
  no_such_report: {
    status: 404,
    sentence: "There is no such report among those of your programs. Go back to the list of reports.",
  },
  no_such_view: {
    status: 404,
    sentence: "There is no such kept view any more. Reload the page.",
  },
  consent_needs_end: {
    status: 400,
    sentence:
      "Only a consent for treatment, payment and health care operations may have no end. Nothing was recorded. Choose a last day or an event, as the signed form says.",
  },
  not_found: {
    status: 404,
    sentence: "There is nothing at this address. Go back to the caseload and open the page from there.",
  },
  no_such_patient: {
    status: 404,
    sentence:
      "There is no such patient among those you may see. Nothing was changed. Go back to the caseload and search by name.",
  },
  patients_out_of_reach: {
    status: 404,
    sentence:
      "Not every patient on this list is among those you may see. Nothing was changed. Choose patients from your caseload and save again.",
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
