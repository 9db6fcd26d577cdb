import { contactDetails, contactInput, saveContactInput } from "@soundings/contract";
import { readContactDetails, saveContactDetails } from "../contact/contact.ts";
import { change, read, router } from "../trpc.ts";

export const contactRouter = router({
  get: read({
    action: "contact.view",
    input: contactInput,
    output: contactDetails,
    body: readContactDetails,
    audit: (_, { patientId }) => ({ event: "contact_viewed", patientId }),
  }),
  save: change({
    action: "contact.change",
    input: saveContactInput,
    output: contactDetails,
    body: saveContactDetails,
    audit: (_, { patientId, revision }) => ({ event: "contact_changed", patientId, detail: { revision } }),
  }),
});
