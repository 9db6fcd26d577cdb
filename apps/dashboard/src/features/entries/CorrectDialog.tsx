import type { RecordInput } from "@soundings/contract";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTRPC } from "../../lib/trpc.ts";
import buttons from "../../ui/buttons.module.css";
import { datesInWords } from "../../ui/dates.ts";
import { FormDialog } from "../../ui/FormDialog.tsx";
import { QueryProblem } from "../../ui/QueryProblem.tsx";
import { Bar } from "../../ui/Skeleton.tsx";
import { CorrectForm } from "./CorrectForm.tsx";
import { FixedFields } from "./FixedFields.tsx";
import { Revisions } from "./Revisions.tsx";
import { TakeBackForm } from "./TakeBackForm.tsx";

interface CorrectDialogProps {
  readonly record: RecordInput;
  readonly onDone: (words: string) => void;
  readonly onClose: () => void;
}

/** One record with what stands, what stood before, and the form that corrects it. */
export function CorrectDialog({ record: asked, onDone, onClose }: CorrectDialogProps) {
  const trpc = useTRPC();
  const [isTakingBack, setTakingBack] = useState(false);
  const query = useQuery({
    ...trpc.entries.record.queryOptions(asked),
    // A form is being filled in, and every look is entered in the audit.
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });
  const record = query.data;
  const title = record ? datesInWords(record.title) : "Correct a record";
  return (
    <FormDialog title={record ? `Correct: ${title}` : title} onClose={onClose}>
      <QueryProblem error={query.error} onRetry={query.refetch} />
      {query.isPending ? (
        <p aria-busy="true">
          <Bar width={32} />
        </p>
      ) : null}
      {record ? <FixedFields record={record} /> : null}
      {record && record.takenBack === null ? (
        <CorrectForm
          asked={asked}
          record={record}
          onMeanwhile={query.refetch}
          onDone={() => onDone(`Corrected: ${title}. What stood before stays visible.`)}
          onTakeBack={record.canTakeBack ? () => setTakingBack(true) : null}
          onClose={onClose}
        />
      ) : null}
      {record ? <Revisions record={record} /> : null}
      {record?.takenBack || query.error ? (
        <button type="button" className={buttons.framed} onClick={onClose}>
          Close
        </button>
      ) : null}
      {record ? (
        <FormDialog title="Mark as entered in error" open={isTakingBack} onClose={() => setTakingBack(false)}>
          <TakeBackForm
            asked={asked}
            record={record}
            title={title}
            onMeanwhile={query.refetch}
            onDone={() => onDone(`Marked as entered in error: ${title}. It counts for nothing.`)}
            onClose={() => setTakingBack(false)}
          />
        </FormDialog>
      ) : null}
    </FormDialog>
  );
}
