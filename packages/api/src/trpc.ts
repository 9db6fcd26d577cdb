import { APP_ERRORS, type ProblemData } from "@soundings/contract";
import { initTRPC } from "@trpc/server";
import type { ApiContext } from "./context.ts";
import { appErrorCodeOf } from "./errors.ts";

const t = initTRPC.context<ApiContext>().create({
  isDev: false,
  errorFormatter({ shape, error, ctx }) {
    const code = appErrorCodeOf(error);
    const { status, sentence } = APP_ERRORS[code];
    const data: ProblemData = { code, httpStatus: status, requestId: ctx?.requestId ?? "none" };
    return { code: shape.code, message: sentence, data };
  },
});

export const router = t.router;
export const createCallerFactory = t.createCallerFactory;

/**
 * What every procedure is built from. Who may call it and what is written into the audit belong here, before the body,
 * so that no procedure can be without them.
 */
export const procedure = t.procedure;
