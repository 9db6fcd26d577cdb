import type { ConsentsPage as Page } from "@soundings/contract";
import { useQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { useState } from "react";
import { useTRPC } from "../../lib/trpc.ts";
import buttons from "../../ui/buttons.module.css";
import { FormDialog } from "../../ui/FormDialog.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { PageFrame } from "../../ui/PageFrame.tsx";
import { QueryProblem } from "../../ui/QueryProblem.tsx";
import { RecordLine } from "../../ui/RecordLine.tsx";
import { Bar } from "../../ui/Skeleton.tsx";
import { ConsentForm } from "./ConsentForm.tsx";
import { ConsentList } from "./ConsentList.tsx";
import classes from "./consents.module.css";
import { DiscloseForm } from "./DiscloseForm.tsx";
import { DisclosureList } from "./DisclosureList.tsx";

const route = getRouteApi("/patients/$patientId/consents");

type Step = "consent" | "disclose" | null;

function Waiting() {
  return (
    <div className={classes.waiting} aria-busy="true">
      {[40, 32, 36].map((width) => (
        <p key={width}>
          <Bar width={width} />
        </p>
      ))}
    </div>
  );
}

function Content({ page }: { page: Page }) {
  const { disclose: form, episodeId } = route.useSearch();
  const navigate = route.useNavigate();
  const [step, setStep] = useState<Step>(form !== undefined && page.mayDisclose ? "disclose" : null);
  const [said, setSaid] = useState("");
  const close = () => {
    setStep(null);
    // What the address asked for was shown: coming back to it opens nothing again.
    if (form !== undefined) navigate({ search: {}, replace: true, resetScroll: false });
  };
  const finish = (words: string) => {
    close();
    setSaid(words);
  };
  return (
    <>
      {page.mayDisclose || page.mayChange ? (
        <div className={classes.steps}>
          {page.mayChange ? (
            <button type="button" className={buttons.framed} onClick={() => setStep("consent")}>
              Record a consent
            </button>
          ) : null}
          {page.mayDisclose ? (
            <button type="button" className={buttons.framed} onClick={() => setStep("disclose")}>
              Let records leave the program
            </button>
          ) : null}
        </div>
      ) : null}
      <p role="status" className={classes.said}>
        {said}
      </p>
      <section className={classes.section} aria-labelledby="consents">
        <h2 id="consents" className={classes.title}>
          Consents
        </h2>
        {page.consents.length === 0 ? (
          <Notice kind="empty" title="No consent is on record.">
            Without one, records leave only in a medical emergency or on another permitted basis.
          </Notice>
        ) : (
          <ConsentList page={page} onEnded={finish} />
        )}
      </section>
      <section className={classes.section} aria-labelledby="disclosures">
        <h2 id="disclosures" className={classes.title}>
          Disclosures
        </h2>
        {page.disclosures.length === 0 ? (
          <Notice kind="empty" title="Nothing has left the program.">
            Whatever leaves is listed here: when, to whom, what, why, and on which basis.
          </Notice>
        ) : (
          <DisclosureList page={page} />
        )}
      </section>
      <details className={classes.notice}>
        <summary>The notice that goes with every disclosure</summary>
        <p>{page.notice.text}</p>
        <p className={classes.quiet}>
          {page.notice.id}, version {page.notice.version}. {page.notice.check}
        </p>
      </details>
      <FormDialog title="Record a consent" open={step === "consent"} onClose={() => setStep(null)}>
        <ConsentForm page={page} onDone={finish} onCancel={() => setStep(null)} />
      </FormDialog>
      <FormDialog title="Let records leave the program" open={step === "disclose"} onClose={close}>
        <DiscloseForm page={page} first={{ form, episodeId }} onDone={finish} onCancel={close} />
      </FormDialog>
    </>
  );
}

/** Who may learn of this patient, and who has. */
export function ConsentsPage() {
  const { patientId } = route.useParams();
  const trpc = useTRPC();
  const query = useQuery(trpc.consents.page.queryOptions({ patientId }));
  return (
    <PageFrame
      title="Consents and disclosures"
      aside={<RecordLine patientId={patientId} name={query.data?.patientName} />}
    >
      <p className={classes.lead}>
        Records of substance use treatment leave the program only with the patient's written consent, or on a
        basis that the regulation names (42 CFR Part 2).
      </p>
      <QueryProblem error={query.error} onRetry={query.refetch} />
      {query.isPending ? <Waiting /> : null}
      {query.data ? <Content page={query.data} /> : null}
    </PageFrame>
  );
}
