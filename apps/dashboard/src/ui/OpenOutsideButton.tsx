import { useMay } from "../lib/me.ts";
import { opening } from "../lib/opening.ts";
import buttons from "./buttons.module.css";

/**
 * The way to a patient who is not among one's own, for whom the roles let open one. Quiet where it stands beside what the
 * page is for.
 */
export function OpenOutsideButton({ isQuiet = false }: { isQuiet?: boolean }) {
  const may = useMay();
  if (!may("patient.open_outside")) return null;
  return (
    <button
      type="button"
      className={buttons.word}
      data-quiet={isQuiet || undefined}
      onClick={() => opening.ask(true)}
    >
      Open a patient who is not yours…
    </button>
  );
}
