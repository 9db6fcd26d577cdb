import type { OneTimeLink } from "@soundings/contract";
import { useId, useRef, useState } from "react";
import { useMoment } from "../../lib/use-moment.ts";
import buttons from "../../ui/buttons.module.css";
import classes from "./PeoplePage.module.css";

interface LinkOnceProps {
  readonly link: OneTimeLink;
  readonly name: string;
  readonly onClose: () => void;
}

/** A link that works once and is shown once. */
export function LinkOnce({ link, name, onClose }: LinkOnceProps) {
  const id = useId();
  const moment = useMoment();
  const field = useRef<HTMLInputElement>(null);
  const [said, setSaid] = useState("");
  const address = new URL(link.path, window.location.origin).href;
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(address);
      setSaid("Copied.");
    } catch {
      field.current?.select();
      setSaid("This browser does not let a page copy. The link is selected: copy it with the keyboard.");
    }
  };
  return (
    <>
      <p>
        {link.mailed
          ? `It was mailed to ${name}. You may also give it to the person yourself.`
          : `No mail was sent: give this link to ${name} yourself, by a way that nobody else reads.`}{" "}
        It works once, until {moment(link.expiresAt)}, and is not shown again.
      </p>
      <div className={classes.link}>
        <label htmlFor={id} className="visually-hidden">
          One-time link
        </label>
        <input
          id={id}
          ref={field}
          readOnly
          value={address}
          onFocus={({ currentTarget }) => currentTarget.select()}
        />
        <button type="button" className={buttons.framed} onClick={copy}>
          Copy
        </button>
      </div>
      <p role="status">{said}</p>
      <button type="button" className={buttons.framed} onClick={onClose}>
        Done
      </button>
    </>
  );
}
