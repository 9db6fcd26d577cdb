import { ENTRY_KINDS, type EntryKind } from "@soundings/contract";
import { Link } from "@tanstack/react-router";
import { type FocusEvent, type KeyboardEvent, useEffect, useId, useRef, useState } from "react";
import { useMay } from "../lib/me.ts";
import { useRecordActions } from "../lib/record-actions.ts";
import classes from "./AddMenu.module.css";
import buttons from "./buttons.module.css";
import { useKeys } from "./keys.ts";

const WORDS: Readonly<Record<EntryKind, string>> = {
  medication_change: "Medication change",
  event: "Event",
  decision: "Decision",
  note: "Note",
  medication_note: "Adherence or side effect",
  injection: "Injection",
};

/** The place in a menu of `count` that a key leads to from `at`; null for a key that leads nowhere. */
function placeAfter(key: string, at: number, count: number): number | null {
  if (key === "ArrowDown") return (at + 1) % count;
  if (key === "ArrowUp") return (at - 1 + count) % count;
  if (key === "Home") return 0;
  return key === "End" ? count - 1 : null;
}

const ITEM = "[role=menuitem]";

interface AddMenuProps {
  readonly patientId: string;
}

/** Everything that can be entered of the patient, behind one button. */
export function AddMenu({ patientId }: AddMenuProps) {
  const { add } = useRecordActions();
  const may = useMay();
  const id = useId();
  const [isOpen, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const menu = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (isOpen) menu.current?.querySelector<HTMLElement>(ITEM)?.focus();
  }, [isOpen]);
  useKeys(add ? { n: () => setOpen(true) } : {});
  if (add === null) return null;
  const close = () => {
    // The focus goes back here, also after a form that the choice opens.
    button.current?.focus();
    setOpen(false);
  };
  const leave = ({ currentTarget, relatedTarget }: FocusEvent) => {
    const isInside = relatedTarget === button.current || currentTarget.contains(relatedTarget);
    if (!isInside) setOpen(false);
  };
  const press = (event: KeyboardEvent) => {
    const items = [...(menu.current?.querySelectorAll<HTMLElement>(ITEM) ?? [])];
    const at = items.indexOf(document.activeElement as HTMLElement);
    const place = placeAfter(event.key, at, items.length);
    if (place === null && event.key !== "Escape") return;
    event.preventDefault();
    event.stopPropagation();
    if (place === null) close();
    else items[place]?.focus();
  };
  return (
    <div className={classes.place}>
      <button
        ref={button}
        type="button"
        className={buttons.framed}
        aria-haspopup="menu"
        aria-expanded={isOpen}
        aria-controls={isOpen ? id : undefined}
        onClick={() => setOpen(!isOpen)}
      >
        Add…
      </button>
      {isOpen ? (
        <div
          ref={menu}
          id={id}
          role="menu"
          aria-label="Add to this record"
          className={classes.menu}
          onKeyDown={press}
          onBlur={leave}
        >
          {ENTRY_KINDS.map((kind) => (
            <button
              key={kind}
              type="button"
              role="menuitem"
              tabIndex={-1}
              className={classes.item}
              onClick={() => {
                close();
                add(kind);
              }}
            >
              {WORDS[kind]}
            </button>
          ))}
          {may("consent.change") ? (
            <Link
              to="/patients/$patientId/consents"
              params={{ patientId }}
              role="menuitem"
              tabIndex={-1}
              className={classes.item}
            >
              Consent
            </Link>
          ) : null}
        </div>
      ) : null}
    </div>
  );
}
