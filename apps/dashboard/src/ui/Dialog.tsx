import { type ReactNode, useId, useLayoutEffect, useRef } from "react";
import classes from "./Dialog.module.css";

interface OpenDialogProps {
  readonly title: string;
  /** Asked for by the Esc key; without it the dialog stays until what it asks is done. */
  readonly onClose?: () => void;
  /** `alertdialog` when it interrupts, such as before a sign-in ends. */
  readonly role?: "dialog" | "alertdialog";
  /** Something was typed or chosen in it. */
  readonly onInput?: () => void;
  readonly children: ReactNode;
}

interface DialogProps extends OpenDialogProps {
  readonly open: boolean;
}

function OpenDialog({ title, onClose, role = "dialog", onInput, children }: OpenDialogProps) {
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  // Closed while it is still on the page: only then does the browser give the focus back to where it was.
  useLayoutEffect(() => {
    const element = dialog.current;
    if (!element) return;
    element.showModal();
    element.querySelector<HTMLElement>("[data-first]")?.focus();
    return () => element.close();
  }, []);
  return (
    <dialog
      ref={dialog}
      className={classes.dialog}
      role={role}
      aria-labelledby={id}
      onInput={onInput}
      onCancel={(event) => {
        event.preventDefault();
        onClose?.();
      }}
      onKeyDown={(event) => {
        // A browser closes at the second Esc in a row without asking.
        if (event.key !== "Escape") return;
        event.preventDefault();
        // Not to a dialog in which this one stands.
        event.stopPropagation();
        onClose?.();
      }}
    >
      <h2 id={id} className={classes.title}>
        {title}
      </h2>
      {children}
    </dialog>
  );
}

/**
 * A question in front of the page. Its content is there only while it is open. What is marked with `data-first` takes the
 * focus, otherwise the first thing that can.
 */
export function Dialog({ open, ...dialog }: DialogProps) {
  return open ? <OpenDialog {...dialog} /> : null;
}
