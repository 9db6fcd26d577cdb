import type { ContactDetails } from "@soundings/contract";
import { useQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { useTRPC } from "../../lib/trpc.ts";
import { useMoment } from "../../lib/use-moment.ts";
import { PageFrame } from "../../ui/PageFrame.tsx";
import { QueryProblem } from "../../ui/QueryProblem.tsx";
import { RecordLine } from "../../ui/RecordLine.tsx";
import { Bar } from "../../ui/Skeleton.tsx";
import { ContactForm } from "./ContactForm.tsx";
import classes from "./contact.module.css";

const route = getRouteApi("/patients/$patientId/contact");

const languages = new Intl.DisplayNames("en-US", { type: "language", fallback: "code" });

/** "English" of "en"; what names no language is shown as it came. */
function languageWords(code: string | null): string | null {
  if (code === null || !/^[a-z]{2,3}(-[a-z0-9]{2,8})*$/i.test(code)) return code;
  return languages.of(code) ?? code;
}

function Fact({ term, value }: { term: string; value: string | null }) {
  return (
    <div className={classes.fact}>
      <dt>{term}</dt>
      <dd data-missing={value === null || undefined}>{value ?? "no data"}</dd>
    </div>
  );
}

function Facts({ contact }: { contact: ContactDetails }) {
  return (
    <dl className={classes.facts}>
      <Fact term="Phone" value={contact.phone} />
      <Fact term="E-mail" value={contact.email} />
      <Fact term="Language" value={languageWords(contact.language)} />
    </dl>
  );
}

function Waiting() {
  return (
    <div className={classes.waiting} aria-busy="true">
      {[24, 30, 20].map((width) => (
        <p key={width}>
          <Bar width={width} />
        </p>
      ))}
    </div>
  );
}

/** How a patient is called and reached, and whom to call in an emergency. */
export function ContactPage() {
  const { patientId } = route.useParams();
  const trpc = useTRPC();
  const moment = useMoment();
  const query = useQuery({
    ...trpc.contact.get.queryOptions({ patientId }),
    // A form is being filled in: what arrives meanwhile is a conflict to be told, not text to be swapped.
    refetchOnWindowFocus: false,
  });
  const contact = query.data;
  return (
    <PageFrame
      title="Contact"
      aside={
        <RecordLine patientId={patientId} name={contact && `${contact.givenName} ${contact.familyName}`} />
      }
    >
      <QueryProblem error={query.error} onRetry={query.refetch} />
      {query.isPending ? <Waiting /> : null}
      {contact ? (
        <>
          <Facts contact={contact} />
          <p className={classes.note}>
            Phone, e-mail and language come with the clinic export and are corrected there. What follows is
            kept here.
            {contact.changedAt
              ? ` Last changed ${moment(contact.changedAt)} by ${contact.changedBy ?? "no data"}.`
              : " Nothing has been entered yet."}
          </p>
          <ContactForm key={contact.patientId} contact={contact} />
        </>
      ) : null}
    </PageFrame>
  );
}
