export { forPerson } from "./access/live.ts";
export { mustHaveSecondFactor, secondFactorMet } from "./account/account.ts";
export { templates } from "./administration/practice.ts";
export { type ChangeFeed, createChangeFeed } from "./changes.ts";
export { createContext, type SignedIn } from "./context.ts";
export { documentWanted } from "./disclosure/disclose.ts";
export type { LeavingGiven } from "./disclosure/leaving.ts";
export { AppError, appErrorCodeOf } from "./errors.ts";
export { exportFolder } from "./exports.ts";
export { checkFolder, type ImportOutcome, importFolder } from "./imports/import-folder.ts";
export { listSetAside, writeSetAside } from "./imports/set-aside.ts";
export { outcomes } from "./outcomes/command.ts";
export { reportAt } from "./outcomes/report-at.ts";
export { outcomesTables } from "./outcomes/tables.ts";
export { untilFree } from "./patience.ts";
export { findings, notOnRecord, stepDown } from "./questions.ts";
export { type AppRouter, appRouter } from "./router.ts";
export { CommandError, sentenceOf } from "./sentence.ts";
export {
  createServices,
  type MailLink,
  type MailNotice,
  presentMoment,
  type Services,
  todayIn,
} from "./services.ts";
export { readSiteInfo } from "./site/info.ts";
export { backup, migrate, rekey, restore, verify } from "./upkeep.ts";
