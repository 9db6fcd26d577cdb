import { disclosedDocument, discloseInput } from "@soundings/contract";
import { AppError } from "../errors.ts";
import { change, router } from "../trpc.ts";

export const disclosuresRouter = router({
  make: change({
    action: "disclosure.make",
    input: discloseInput,
    output: disclosedDocument,
    audit: ({ patientId, form, what, basis }, { disclosureId }) => ({
      event: "disclosed",
      patientId,
      detail: { disclosureId, form, what, basis: basis.by },
    }),
    body: () => {
      throw new AppError("basis_missing");
    },
  }),
});
