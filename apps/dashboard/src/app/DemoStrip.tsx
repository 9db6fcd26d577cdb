import type { SiteInfo } from "@soundings/contract";
import classes from "./DemoStrip.module.css";

/** Permanent in a demo clinic, on paper too. Its place is kept while it is not known whether this is one. */
export function DemoStrip({ purpose }: { purpose: SiteInfo["purpose"] | undefined }) {
  if (purpose !== "demo") return <div className={classes.place} />;
  return (
    <aside className={classes.strip} aria-label="Synthetic data">
      Synthetic demo data – no real patients
    </aside>
  );
}
