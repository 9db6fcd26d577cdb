import type { OutcomeNote } from "@soundings/contract";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useId, useState } from "react";
import { useMay } from "../../../lib/me.ts";
import { useTRPC } from "../../../lib/trpc.ts";
import { useMoment } from "../../../lib/use-moment.ts";
import buttons from "../../../ui/buttons.module.css";
import { ConfirmDialog } from "../../../ui/ConfirmDialog.tsx";
import { dateWords } from "../../../ui/dates.ts";
import { QueryProblem } from "../../../ui/QueryProblem.tsx";
import { AddNote } from "./AddNote.tsx";
import classes from "./notes.module.css";
import { useNotes } from "./use-notes.ts";

interface TakeBackProps {
  readonly note: OutcomeNote;
  readonly onSaid: (said: string) => void;
  readonly onClose: () => void;
}

function TakeBack({ note, onSaid, onClose }: TakeBackProps) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const back = useMutation(
    trpc.outcomeNotes.takeBack.mutationOptions({
      onSuccess: () => {
        queryClient.invalidateQueries(trpc.outcomeNotes.pathFilter());
        onSaid("The note was taken back.");
        onClose();
      },
    }),
  );
  return (
    <ConfirmDialog
      title="Take this note back"
      does="Take back"
      step={back}
      onConfirm={() => back.mutate({ noteId: note.noteId })}
      onClose={onClose}
    >
      “{note.text}” no longer stands in the plots. It stays on record here, with your name.
    </ConfirmDialog>
  );
}

function Note({ note, onTakeBack }: { note: OutcomeNote; onTakeBack: (() => void) | null }) {
  const moment = useMoment();
  const { on, text, programName, by, recordedAt, takenBack } = note;
  return (
    <li className={classes.note} data-taken-back={takenBack !== null || undefined}>
      <time dateTime={on} className={classes.day}>
        {dateWords(on)}
      </time>
      <div className={classes.words}>
        <p>{takenBack === null ? text : <s>{text}</s>}</p>
        <p className={classes.detail}>
          {programName}. {by}, {moment(recordedAt)}.
          {takenBack === null ? null : ` Taken back by ${takenBack.by}, ${moment(takenBack.at)}.`}
        </p>
      </div>
      {takenBack === null && onTakeBack !== null ? (
        <button type="button" className={buttons.link} onClick={onTakeBack}>
          Take back<span className="visually-hidden"> the note of {dateWords(on)}</span>
        </button>
      ) : null}
    </li>
  );
}

/** What the director noted of when something changed: beside the plots over time. */
export function NotesPanel() {
  const id = useId();
  const may = useMay()("outcomes.note");
  const { list, notes, programs } = useNotes();
  const [isAdding, setAdding] = useState(false);
  const [leaving, setLeaving] = useState<OutcomeNote | null>(null);
  const [said, setSaid] = useState("");
  return (
    <section className={classes.panel} aria-labelledby={id}>
      <div className={classes.head}>
        <h2 id={id} className={classes.title}>
          What changed when
        </h2>
        {may && programs.length > 0 ? (
          <button type="button" className={buttons.word} onClick={() => setAdding(true)}>
            Add a note…
          </button>
        ) : null}
      </div>
      <p role="status" className={classes.said}>
        {said}
      </p>
      <QueryProblem error={list.error} onRetry={list.refetch} />
      {notes?.length === 0 ? (
        <p className={classes.detail}>
          Nothing is noted yet. A note such as “evening track opened” stands in the plot on its day, so that a
          change of the line can be read beside what happened.
        </p>
      ) : null}
      <ul className={classes.list}>
        {notes?.map((note) => (
          <Note key={note.noteId} note={note} onTakeBack={may ? () => setLeaving(note) : null} />
        ))}
      </ul>
      {isAdding ? <AddNote programs={programs} onSaid={setSaid} onClose={() => setAdding(false)} /> : null}
      {leaving ? <TakeBack note={leaving} onSaid={setSaid} onClose={() => setLeaving(null)} /> : null}
    </section>
  );
}
