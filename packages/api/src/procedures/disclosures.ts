import { disclosedDocument, discloseInput } from "@soundings/contract";
import { disclose } from "../disclosure/disclose.ts";
import { router, work } from "../trpc.ts";

export const disclosuresRouter = router({
  /** Enters itself in the audit: the gate writes entry, list and document in one transaction. */
  make: work({
    action: "disclosure.make",
    input: discloseInput,
    output: disclosedDocument,
    body: disclose,
  }),
});
