import buttons from "../ui/buttons.module.css";
import { Dialog } from "../ui/Dialog.tsx";
import classes from "./IdleWarning.module.css";
import { type IdlePhase, spokenSeconds } from "./idle-clock.ts";

type Warning = Extract<IdlePhase, { phase: "warning" }>;

interface IdleWarningProps {
  readonly phase: IdlePhase;
  readonly onStay: () => unknown;
  readonly onSignOut: () => unknown;
}

/** Heard at the start, halfway and near the end; the number that is seen runs on. */
function Spoken({ seconds }: { seconds: number }) {
  return (
    <p role="status" className="visually-hidden">
      Less than {spokenSeconds(seconds) + 1} seconds left.
    </p>
  );
}

/** The limit of the day: nothing puts it off, so it only stands at the edge of the page. */
function DayEnds({ seconds }: Warning) {
  return (
    <div className={classes.strip}>
      <p aria-hidden="true">
        Your sign-in ends in {seconds} s, twelve hours after it began. What you typed stays on the page.
      </p>
      <p role="status" className="visually-hidden">
        Your sign-in ends in about {spokenSeconds(seconds)} seconds, twelve hours after it began. What you
        typed stays on the page.
      </p>
    </div>
  );
}

export function IdleWarning({ phase, onStay, onSignOut }: IdleWarningProps) {
  if (phase.phase !== "warning") return null;
  if (phase.why === "ends") return <DayEnds {...phase} />;
  return (
    <Dialog title="Are you still there?" open onClose={() => void onStay()}>
      <p>
        You will be signed out in <span className={classes.seconds}>{phase.seconds} s</span>. What you typed
        stays on the page. Any key keeps you signed in.
      </p>
      <Spoken seconds={phase.seconds} />
      <div className={classes.buttons}>
        <button type="button" className={buttons.main} onClick={() => void onStay()}>
          Stay signed in
        </button>
        <button type="button" className={buttons.framed} data-signs-out onClick={() => void onSignOut()}>
          Sign out now
        </button>
      </div>
    </Dialog>
  );
}
