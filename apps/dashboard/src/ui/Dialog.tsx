import {
  type ReactNode,
  type RefObject,
  useEffect,
  useEffectEvent,
  useId,
  useLayoutEffect,
  useRef,
} from "react";
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

/**
 * The Esc key where nothing has the focus, such as after a button that was pressed and may not be pressed again: the
 * browser does not tell the dialog of it then.
 */
function useEscapeFromNowhere(dialog: RefObject<HTMLDialogElement | null>, onClose?: () => void): void {
  const close = useEffectEvent((event: KeyboardEvent) => {
    const isTop = [...document.querySelectorAll("dialog[open]")].at(-1) === dialog.current;
    if (event.key !== "Escape" || event.target !== document.body || !isTop) return;
    event.preventDefault();
    onClose?.();
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => close(event);
    document.addEventListener("keydown", listen);
    return () => document.removeEventListener("keydown", listen);
  }, []);
}

function OpenDialog({ title, onClose, role = "dialog", onInput, children }: OpenDialogProps) {
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  useEscapeFromNowhere(dialog, onClose);
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
