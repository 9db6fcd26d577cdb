import { useBlocker } from "@tanstack/react-router";
import { type ReactNode, useEffect } from "react";
import { unsaved } from "../lib/unsaved.ts";
import buttons from "./buttons.module.css";
import { Dialog } from "./Dialog.tsx";
import { FormButtons } from "./form.tsx";

interface AskProps {
  readonly title: string;
  /** The word of the button that gives up what was typed. */
  readonly does: string;
  readonly open: boolean;
  readonly onLeave: () => void;
  readonly onStay: () => void;
  readonly children: ReactNode;
}

/** Before what was typed is given up. Staying has the focus. */
export function AskBeforeLoss({ title, does, open, onLeave, onStay, children }: AskProps) {
  return (
    <Dialog title={title} role="alertdialog" open={open} onClose={onStay}>
      <p>{children}</p>
      <FormButtons>
        <button type="button" className={buttons.main} data-first onClick={onStay}>
          Stay
        </button>
        <button type="button" className={buttons.framed} onClick={onLeave}>
          {does}
        </button>
      </FormButtons>
    </Dialog>
  );
}

const nothing = () => {};

/** Asks before the page is left while something on it is changed and not saved; so does the browser, in its own words. */
export function Unsaved({ when }: { when: boolean }) {
  useEffect(() => (when ? unsaved.hold() : undefined), [when]);
  const blocked = useBlocker({
    shouldBlockFn: ({ current, next }) => unsaved.any() && current.pathname !== next.pathname,
    enableBeforeUnload: unsaved.any,
    disabled: !when,
    withResolver: true,
  });
  return (
    <AskBeforeLoss
      title="Leave without saving?"
      does="Leave without saving"
      open={blocked.status === "blocked"}
      onLeave={blocked.proceed ?? nothing}
      onStay={blocked.reset ?? nothing}
    >
      What you changed here is not saved. It is lost when you leave.
    </AskBeforeLoss>
  );
}
