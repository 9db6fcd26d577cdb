import { type ReactNode, useEffect, useId, useRef, useState } from "react";
import classes from "./definition.module.css";
import { definitionOf, unbroken } from "./definitions.ts";
import { OutcomesLink } from "./OutcomesLink.tsx";

const WIDEST = 360;
const EDGE = 16;

/** How far the words have to move to the left so that they stay on the page. */
function shiftOf(place: HTMLElement): number {
  const { left } = place.getBoundingClientRect();
  return Math.min(
    0,
    document.documentElement.clientWidth - EDGE - Math.min(WIDEST, window.innerWidth - 2 * EDGE) - left,
  );
}

interface DefinitionProps {
  /** As the definitions have it: `measure-recovery`, `check-prorated`; also the anchor on the page of method. */
  readonly id: string;
  /** The term as this sentence has it; its own name unless given. */
  readonly children?: ReactNode;
}

/** A term that opens what it means, in the words of the object that computes it. */
export function Definition({ id, children }: DefinitionProps) {
  const definition = definitionOf(id);
  const panelId = useId();
  const place = useRef<HTMLSpanElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const [shift, setShift] = useState<number | null>(null);
  const isOpen = shift !== null;
  useEffect(() => {
    if (!isOpen) return;
    const leave = ({ target }: Event) => {
      if (target instanceof Node && !place.current?.contains(target)) setShift(null);
    };
    const press = (event: KeyboardEvent) => {
      if (event.key !== "Escape") return;
      event.stopPropagation();
      if (place.current?.contains(document.activeElement)) button.current?.focus();
      setShift(null);
    };
    document.addEventListener("pointerdown", leave);
    document.addEventListener("focusin", leave);
    document.addEventListener("keydown", press);
    return () => {
      document.removeEventListener("keydown", press);
      document.removeEventListener("pointerdown", leave);
      document.removeEventListener("focusin", leave);
    };
  }, [isOpen]);
  if (definition === null) return <span>{children ?? id}</span>;
  return (
    <span ref={place} className={classes.place}>
      <button
        ref={button}
        type="button"
        className={classes.term}
        aria-expanded={isOpen}
        aria-controls={isOpen ? panelId : undefined}
        onClick={({ currentTarget }) => setShift(isOpen ? null : shiftOf(currentTarget))}
      >
        {children ?? definition.name}
      </button>
      {isOpen ? (
        <span id={panelId} className={classes.panel} style={{ marginInlineStart: shift }}>
          <span className={classes.name}>{definition.name}</span>
          {definition.words.map((line) => (
            <span key={line}>{unbroken(line)}</span>
          ))}
          <span className={classes.source}>
            {definition.source}
            {definition.version === null ? "" : `; version ${definition.version}`}
          </span>
          <OutcomesLink to="/outcomes/method" hash={id}>
            All of the method
          </OutcomesLink>
        </span>
      ) : null}
    </span>
  );
}
