import { done, me, ownSignIns } from "@soundings/contract";
import { z } from "zod";
import { endOtherSignIns, endOwnSignIn, readMe, readSignIns } from "../account/account.ts";
import { read, router, work } from "../trpc.ts";

const signInRef = z.object({ signInId: z.string().min(1).max(64) });

export const accountRouter = router({
  me: read({ action: "account.use", input: z.void(), output: me, audit: () => null, body: readMe }),
  signIns: read({
    action: "account.use",
    input: z.void(),
    output: ownSignIns,
    audit: () => null,
    body: readSignIns,
  }),
  endSignIn: work({
    action: "account.use",
    input: signInRef,
    output: done,
    body: (asked, { signInId }) => endOwnSignIn(asked, signInId),
  }),
  endOthers: work({ action: "account.use", input: z.void(), output: done, body: endOtherSignIns }),
});
