import { useMutation } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useMay } from "../../lib/me.ts";
import { useTRPC } from "../../lib/trpc.ts";
import { usePrintEntry } from "../../lib/use-print-entry.ts";
import { AddMenu } from "../../ui/AddMenu.tsx";
import buttons from "../../ui/buttons.module.css";
import { usePatientAddress } from "./address.ts";
import classes from "./page.module.css";

/** What else is on record of the patient, and the page on paper: an internal copy. */
export function RecordLinks() {
  const { patientId, search } = usePatientAddress();
  const may = useMay();
  const { mutate } = useMutation(useTRPC().patient.printed.mutationOptions());
  usePrintEntry(() => mutate({ patientId, episodeId: search.episodeId, asOf: search.asOf }));
  const params = { patientId };
  return (
    <>
      <nav className={classes.links} aria-label="More of this record">
        <AddMenu patientId={patientId} />
        {may("contact.view") ? (
          <Link to="/patients/$patientId/contact" params={params}>
            Contact
          </Link>
        ) : null}
        {may("consent.view") ? (
          <Link to="/patients/$patientId/consents" params={params}>
            Consents and disclosures
          </Link>
        ) : null}
        {may("patient.lookers") ? (
          <Link to="/patients/$patientId/lookers" params={params}>
            Who looked at this record
          </Link>
        ) : null}
        {may("patient.paper") ? (
          <Link
            to="/patients/$patientId/papers"
            params={params}
            search={{ paper: "summary", episodeId: search.episodeId, asOf: search.asOf }}
          >
            Papers
          </Link>
        ) : null}
        {may("patient.print") ? (
          <button type="button" className={buttons.word} onClick={() => window.print()}>
            Print for use inside
          </button>
        ) : null}
      </nav>
      <p className={classes.internal}>
        Internal copy. It may not leave the program: what leaves is made under Consents and disclosures.
      </p>
    </>
  );
}
