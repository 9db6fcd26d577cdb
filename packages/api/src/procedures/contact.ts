import { contactDetails, contactInput, saveContactInput } from "@soundings/contract";
import { AppError } from "../errors.ts";
import { change, read, router } from "../trpc.ts";

const missing = () => {
  throw new AppError("no_such_patient");
};

export const contactRouter = router({
  get: read({
    action: "contact.view",
    input: contactInput,
    output: contactDetails,
    body: missing,
    audit: (_, { patientId }) => ({ event: "contact_viewed", patientId }),
  }),
  save: change({
    action: "contact.change",
    input: saveContactInput,
    output: contactDetails,
    body: missing,
    audit: (_, { patientId, revision }) => ({ event: "contact_changed", patientId, detail: { revision } }),
  }),
});
