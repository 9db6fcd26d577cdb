import type { Correctable } from "@soundings/contract";
import { CORRECTABLE } from "@soundings/contract";
import { useMutation } from "@tanstack/react-query";
import { useEffect, useEffectEvent, useState } from "react";
import { useTRPC } from "../../lib/trpc.ts";
import buttons from "../../ui/buttons.module.css";
import { useKeys } from "../../ui/keys.ts";
import { problemOf } from "../../ui/problem.ts";
import classes from "./confirmation.module.css";

/** What was done, and the record that a slip can still be taken back from. */
export interface Said {
  readonly words: string;
  readonly patientId: string;
  readonly undo: { readonly recordType: string; readonly recordId: string } | null;
}

const STAYS_MS = 10_000;
const UNDONE = "undone right after entering";

function isCorrectable(recordType: string): recordType is Correctable {
  return CORRECTABLE.some((one) => one === recordType);
}

interface UndoProps {
  readonly said: Said;
  readonly onSay: (said: Said) => void;
  readonly onChanged: () => void;
}

function Undo({ said, onSay, onChanged }: UndoProps) {
  const { words, patientId, undo } = said;
  const trpc = useTRPC();
  const back = useMutation(
    trpc.entries.takeBack.mutationOptions({
      onSuccess: ({ outcome }) => {
        onChanged();
        const happened =
          outcome === "changed_meanwhile"
            ? "Not undone: somebody has corrected it in the meantime."
            : `Undone: ${words}. It stays on record as entered in error.`;
        onSay({ words: happened, patientId, undo: null });
      },
    }),
  );
  const act = () => {
    if (undo === null || !isCorrectable(undo.recordType) || back.isPending) return;
    const { recordType, recordId } = undo;
    back.mutate({ patientId, recordType, recordId, seen: 0, reason: UNDONE });
  };
  useKeys({ u: act });
  return (
    <>
      <button type="button" className={buttons.framed} onClick={act} disabled={back.isPending}>
        Undo
      </button>
      {back.error ? <span role="alert">{problemOf(back.error).title}</span> : null}
    </>
  );
}

interface ConfirmationProps {
  readonly said: Said | null;
  readonly onSay: (said: Said | null) => void;
  readonly onChanged: () => void;
}

/** Says for ten seconds what was entered; longer while somebody is about to undo it. */
export function Confirmation({ said, onSay, onChanged }: ConfirmationProps) {
  const [isHeld, setHeld] = useState(false);
  const end = useEffectEvent(() => onSay(null));
  useEffect(() => {
    if (said === null || isHeld) return;
    const timer = setTimeout(() => end(), STAYS_MS);
    return () => clearTimeout(timer);
  }, [said, isHeld]);
  return (
    <div
      role="status"
      className={classes.place}
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      {said ? (
        <p className={classes.said}>
          <span>{said.undo ? `Entered: ${said.words}.` : said.words}</span>
          {said.undo ? (
            <Undo key={said.undo.recordId} said={said} onSay={onSay} onChanged={onChanged} />
          ) : null}
        </p>
      ) : null}
    </div>
  );
}
