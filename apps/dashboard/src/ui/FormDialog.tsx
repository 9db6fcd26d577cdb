import { type ReactNode, useState } from "react";
import { flushSync } from "react-dom";
import { Dialog } from "./Dialog.tsx";
import { AskBeforeLoss, Unsaved } from "./Unsaved.tsx";

interface OpenFormProps {
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

function OpenForm({ title, onClose, children }: OpenFormProps) {
  const [isChanged, setChanged] = useState(false);
  const [isAsked, setAsked] = useState(false);
  const leave = () => {
    // The question goes first: while it stands, the browser cannot give the focus back to where the form was opened.
    flushSync(() => setAsked(false));
    onClose();
  };
  return (
    <Dialog
      title={title}
      open
      onClose={() => (isChanged ? setAsked(true) : onClose())}
      onInput={() => setChanged(true)}
    >
      {children}
      <Unsaved when={isChanged} />
      <AskBeforeLoss
        title="Close without saving?"
        does="Close without saving"
        open={isAsked}
        onLeave={leave}
        onStay={() => setAsked(false)}
      >
        What you typed here is not saved. It is lost when you close this.
      </AskBeforeLoss>
    </Dialog>
  );
}

/** A dialog with a form: once something was typed, neither the Esc key nor another page takes it away without asking. */
export function FormDialog({ open = true, ...form }: OpenFormProps & { readonly open?: boolean }) {
  return open ? <OpenForm {...form} /> : null;
}
