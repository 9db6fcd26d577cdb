import type { Consent, ConsentsPage } from "@soundings/contract";
import { useState } from "react";
import { useMoment } from "../../lib/use-moment.ts";
import buttons from "../../ui/buttons.module.css";
import { type Column, DataTable } from "../../ui/DataTable.tsx";
import { dateWords } from "../../ui/dates.ts";
import { FormDialog } from "../../ui/FormDialog.tsx";
import classes from "./consents.module.css";
import { EndForm } from "./EndForm.tsx";
import { endWords, STATE_WORDS, whatWords } from "./words.ts";

interface ConsentListProps {
  readonly page: ConsentsPage;
  readonly onEnded: (words: string) => void;
}

function State({ consent }: { consent: Consent }) {
  const moment = useMoment();
  const { state, endedAt, endedBy, endedWhy } = consent;
  return (
    <>
      <span className={classes.state} data-state={state}>
        {STATE_WORDS[state]}
      </span>
      {endedAt === null ? null : (
        <span className={classes.detail}>
          {moment(endedAt)}
          {endedBy === null ? "" : `, by ${endedBy}`}
          {endedWhy === null ? "" : `: ${endedWhy}`}
        </span>
      )}
    </>
  );
}

function columnsOf(end: ((consent: Consent) => void) | null): readonly Column<Consent>[] {
  return [
    {
      id: "to",
      head: "To",
      track: "minmax(180px, 1.6fr)",
      cell: ({ recipient, recipientKind }) => (
        <>
          {recipient}
          {recipientKind === "class" ? <span className={classes.detail}>a class of recipients</span> : null}
        </>
      ),
    },
    { id: "what", head: "What", track: "minmax(200px, 2fr)", cell: ({ what }) => whatWords(what) },
    { id: "purpose", head: "Purpose", track: "minmax(140px, 1.2fr)", cell: ({ purpose }) => purpose },
    {
      id: "signed",
      head: "Signed",
      track: "minmax(140px, 1fr)",
      cell: (consent) => (
        <>
          {dateWords(consent.signedOn)}
          <span className={classes.detail}>by {consent.signedBy}</span>
          <span className={classes.detail}>{endWords(consent)}</span>
        </>
      ),
    },
    {
      id: "state",
      head: "State",
      track: "minmax(140px, 1fr)",
      cell: (consent) => <State consent={consent} />,
    },
    {
      id: "steps",
      head: "Steps",
      track: "120px",
      steps: true,
      cell: (consent) =>
        end === null || consent.state !== "in_force" ? null : (
          <button type="button" className={buttons.word} onClick={() => end(consent)}>
            Revoke or end<span className="visually-hidden"> the consent for {consent.recipient}</span>
          </button>
        ),
    },
  ];
}

export function ConsentList({ page, onEnded }: ConsentListProps) {
  const [ending, setEnding] = useState<Consent | null>(null);
  return (
    <>
      <DataTable
        label="Consents"
        columns={columnsOf(page.mayChange ? setEnding : null)}
        rows={page.consents}
        keyOf={({ consentId }) => consentId}
        isQuiet={({ state }) => state !== "in_force"}
      />
      <FormDialog title="Revoke or end this consent" open={ending !== null} onClose={() => setEnding(null)}>
        {ending ? (
          <EndForm
            consent={ending}
            today={page.today}
            onDone={(words) => {
              setEnding(null);
              onEnded(words);
            }}
            onCancel={() => setEnding(null)}
          />
        ) : null}
      </FormDialog>
    </>
  );
}
