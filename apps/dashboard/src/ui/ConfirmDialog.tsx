import type { ReactNode } from "react";
import buttons from "./buttons.module.css";
import { Dialog } from "./Dialog.tsx";
import { FormButtons } from "./form.tsx";
import { QueryProblem } from "./QueryProblem.tsx";

/** What a step needs to be asked about and done: a mutation without its input. */
export interface Step {
  readonly isPending: boolean;
  readonly error: unknown;
}

interface ConfirmProps {
  /** What will happen, in one sentence. */
  readonly children: ReactNode;
  /** The word of the button that does it. */
  readonly does: string;
  readonly step: Step;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
}

/** The question itself, inside a dialog that is open already. */
export function Confirm({ children, does, step, onConfirm, onClose }: ConfirmProps) {
  return (
    <>
      <p>{children}</p>
      <QueryProblem error={step.error} />
      <FormButtons>
        <button type="button" className={buttons.framed} disabled={step.isPending} onClick={onConfirm}>
          {does}
        </button>
        <button type="button" className={buttons.plain} onClick={onClose}>
          Cancel
        </button>
      </FormButtons>
    </>
  );
}

/** Asks before a step that hurts; it names what will happen. */
export function ConfirmDialog({ title, ...confirm }: ConfirmProps & { readonly title: string }) {
  return (
    <Dialog title={title} open onClose={confirm.onClose} role="alertdialog">
      <Confirm {...confirm} />
    </Dialog>
  );
}
