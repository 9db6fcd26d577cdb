import type { Evidence } from "@soundings/clinical";
import { useState } from "react";
import { Timeline } from "../../charts/Timeline.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { PageFrame } from "../../ui/PageFrame.tsx";
import { Bar } from "../../ui/Skeleton.tsx";
import { FigureSamples } from "./FigureSamples.tsx";
import { FAMILIES } from "./families.tsx";
import classes from "./gallery.module.css";
import { MarkTable } from "./MarkTable.tsx";
import { SAMPLE_EVIDENCE, SAMPLE_PICTURE, SAMPLE_WINDOWS } from "./sample-picture.ts";

const LINES = [28, 34, 22] as const;

function States() {
  return (
    <section className={classes.family} aria-label="States of a page">
      <h2>States of a page</h2>
      <div className={classes.states}>
        <div>
          <h3>Loading keeps the layout</h3>
          {LINES.map((width) => (
            <p key={width} className={classes.waiting}>
              <Bar width={width} />
            </p>
          ))}
        </div>
        <div>
          <h3>Empty says why and what to do</h3>
          <Notice kind="empty" title="No patient fits these filters.">
            Take a filter away, or choose another day.
          </Notice>
        </div>
        <div>
          <h3>A problem says what happened and what was kept</h3>
          <Notice kind="problem" title="The server does not answer." requestId="0198-example">
            Check that Soundings is running on this machine, then try again. A change that you sent may have
            been made all the same: look before you send it again.
          </Notice>
        </div>
      </div>
    </section>
  );
}

function SampleTimeline({ evidence }: { evidence: readonly Evidence[] | null }) {
  return (
    <div className={classes.timelines}>
      {(["light", "dark"] as const).map((scheme) => (
        <div key={scheme} className={classes.side} data-mantine-color-scheme={scheme}>
          <Timeline
            picture={SAMPLE_PICTURE}
            evidence={evidence}
            medicationWindows={SAMPLE_WINDOWS}
            medication="sertraline"
            title={`A stay, ${scheme}`}
          />
        </div>
      ))}
    </div>
  );
}

/** Every mark and state with its meaning. */
export function GalleryPage() {
  const [chosen, setChosen] = useState(false);
  return (
    <PageFrame title="What the marks mean">
      <p className={classes.lead}>
        Every mark has a word, a shape and a meaning; color is never alone. The pages draw from the same
        objects as this list. All values here are invented.
      </p>
      {FAMILIES.map((family) => (
        <MarkTable key={family.title} title={family.title} samples={family.samples} />
      ))}
      <section className={classes.family} aria-label="Timeline">
        <h2>The timeline of one patient</h2>
        <label className={classes.choice}>
          <input
            type="checkbox"
            checked={chosen}
            onChange={(event) => setChosen(event.currentTarget.checked)}
          />
          Mark what a finding rests on
        </label>
        <SampleTimeline evidence={chosen ? SAMPLE_EVIDENCE : null} />
      </section>
      <FigureSamples />
      <States />
    </PageFrame>
  );
}
