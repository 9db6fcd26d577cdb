import { useEffect, useRef, useState } from "react";
import { saveFile } from "../../lib/save-file.ts";
import buttons from "../../ui/buttons.module.css";
import classes from "./account.module.css";

interface CodesOnceProps {
  readonly codes: readonly string[];
  readonly isSetUp?: boolean;
  readonly onKept: () => unknown;
}

const HEAD = "Recovery codes of Soundings. Each works once, in place of the authenticator app.";

/** Recovery codes, shown this once. */
export function CodesOnce({ codes, isSetUp = false, onKept }: CodesOnceProps) {
  const [said, setSaid] = useState("");
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), []);
  const copy = () =>
    navigator.clipboard.writeText(codes.join("\n")).then(
      () => setSaid("Copied."),
      () => setSaid("The browser did not allow copying. Save them as a file, or write them down."),
    );
  return (
    <div className={classes.codesOnce}>
      <h3 ref={title} tabIndex={-1}>
        {isSetUp ? "The app is set up. Keep your recovery codes" : "Keep your new recovery codes"}
      </h3>
      <p>
        Each works once, if your phone is not at hand. They are shown only now: keep them where you keep
        passwords, not with the phone.
      </p>
      <ol className={classes.codes} aria-label="Recovery codes">
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ol>
      <div className={classes.buttons}>
        <button type="button" className={buttons.framed} onClick={copy}>
          Copy
        </button>
        <button
          type="button"
          className={buttons.framed}
          onClick={() =>
            saveFile("soundings-recovery-codes.txt", `${HEAD}\n\n${codes.join("\n")}\n`, "text/plain")
          }
        >
          Save as a file
        </button>
        <button type="button" className={buttons.framed} onClick={() => window.print()}>
          Print
        </button>
        <span role="status">{said}</span>
      </div>
      <button type="button" className={buttons.main} onClick={() => void onKept()}>
        I have kept them
      </button>
    </div>
  );
}
