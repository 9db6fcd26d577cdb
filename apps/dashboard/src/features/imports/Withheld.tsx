import type { SetAsideEntry } from "@soundings/contract";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { useTRPC } from "../../lib/trpc.ts";
import buttons from "../../ui/buttons.module.css";
import { QueryProblem } from "../../ui/QueryProblem.tsx";
import classes from "./SetAside.module.css";

/** Why the values are not shown, and who can mend the row. */
export function Withheld() {
  return (
    <p className={classes.withheld}>
      What the row says is for clinicians and directors of the patient's program. Mend it in the file and
      import the folder again, or ask one of them.
    </p>
  );
}

interface DismissProps {
  readonly entry: SetAsideEntry;
  readonly onDismissed: () => void;
}

/** Takes a row off the list for good, after saying what that means. */
export function Dismiss({ entry, onDismissed }: DismissProps) {
  const trpc = useTRPC();
  const [asked, setAsked] = useState(false);
  const dismiss = useMutation(trpc.imports.dismiss.mutationOptions({ onSuccess: onDismissed }));
  if (!asked) {
    return (
      <button type="button" className={buttons.word} onClick={() => setAsked(true)}>
        Take it off the list
      </button>
    );
  }
  return (
    <div className={classes.dismiss}>
      <p>
        The row leaves this list and what it says does not go in. It stays in the database, and the audit says
        who took it off.
      </p>
      <QueryProblem error={dismiss.error} />
      <button
        type="button"
        className={buttons.framed}
        disabled={dismiss.isPending}
        onClick={() => dismiss.mutate({ ids: [entry.id] })}
      >
        Take line {entry.line} off the list
      </button>
      <button type="button" className={buttons.word} onClick={() => setAsked(false)}>
        Keep it
      </button>
    </div>
  );
}
