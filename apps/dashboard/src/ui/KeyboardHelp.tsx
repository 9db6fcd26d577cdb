import { useRef, useState } from "react";
import buttons from "./buttons.module.css";
import classes from "./KeyboardHelp.module.css";
import { singleKeys, useKeys } from "./keys.ts";

interface KeyGroup {
  readonly where: string;
  readonly keys: readonly (readonly [keys: readonly string[], does: string])[];
}

interface KeyboardHelpProps {
  readonly groups: readonly KeyGroup[];
}

/** The list of all keys, behind `?` and behind a button. */
export function KeyboardHelp({ groups }: KeyboardHelpProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [single, setSingle] = useState(singleKeys.on);
  const open = () => dialog.current?.showModal();
  useKeys({ "?": open });
  const change = (on: boolean) => {
    singleKeys.set(on);
    setSingle(on);
  };
  return (
    <>
      <button type="button" className={`${buttons.plain} ${classes.open}`} onClick={open}>
        Keys
      </button>
      <dialog ref={dialog} className={classes.dialog} aria-labelledby="keys-title">
        <h2 id="keys-title" className={classes.title}>
          Keys
        </h2>
        {groups.map((group) => (
          <section key={group.where}>
            <h3 className={classes.where}>{group.where}</h3>
            <dl className={classes.list}>
              {group.keys.map(([keys, does]) => (
                <div key={does} className={classes.line}>
                  <dt>
                    {keys.map((key) => (
                      <kbd key={key}>{key}</kbd>
                    ))}
                  </dt>
                  <dd>{does}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
        <label className={classes.choice}>
          <input type="checkbox" checked={single} onChange={(event) => change(event.currentTarget.checked)} />
          Keys of a single character act (turn off when dictating)
        </label>
        <form method="dialog">
          <button type="submit" className={`${buttons.framed} ${classes.close}`}>
            Close
          </button>
        </form>
      </dialog>
    </>
  );
}
