import type { CalendarDate, EpisodePicture, Evidence } from "@soundings/clinical";
import { useState } from "react";
import { rangeOf, type SpanId, spanChoices } from "./spans.ts";
import { inRange, type TimeRange } from "./time-scale.ts";

interface Shown {
  /** Null while the pointer or the keys have chosen a part of their own. */
  readonly span: SpanId | null;
  readonly isAll: boolean;
  readonly range: TimeRange;
  readonly choose: (span: SpanId) => void;
  /** Null shows the whole stay again. */
  readonly zoom: (range: TimeRange | null) => void;
}

interface Asked {
  readonly evidence: readonly Evidence[] | null;
  readonly day: CalendarDate | null;
}

interface State extends Asked {
  readonly episodeId: string;
  readonly span: SpanId;
  readonly zoom: TimeRange | null;
}

/** The span that has a day in it, the present one if it can be. */
function spanHolding(picture: EpisodePicture, span: SpanId, day: CalendarDate): SpanId {
  if (inRange(rangeOf(picture, span, []), day)) return span;
  const choices = spanChoices(picture).filter(({ from }) => from <= day);
  return choices.some(({ id }) => id === "stay") ? "stay" : (choices[0]?.id ?? "all");
}

/** A newly chosen finding or day, or another stay, ends a zoom that would hide it. */
function following(state: State, picture: EpisodePicture, { evidence, day }: Asked): State {
  const asked = { evidence, day, episodeId: picture.episodeId };
  if (state.episodeId !== picture.episodeId) return { ...asked, span: "stay", zoom: null };
  const isHidden = day !== null && state.zoom !== null && !inRange(state.zoom, day);
  const zoom = isHidden || (evidence !== null && evidence !== state.evidence) ? null : state.zoom;
  const span = day === null ? state.span : spanHolding(picture, state.span, day);
  return { ...asked, span, zoom };
}

/** The days that a timeline shows, of one stay or of the whole that holds its other stays too. */
export function useRange(picture: EpisodePicture, whole: EpisodePicture, asked: Asked): Shown {
  const { evidence, day } = asked;
  const [state, setState] = useState<State>({
    evidence,
    day,
    episodeId: picture.episodeId,
    span: "stay",
    zoom: null,
  });
  const isNew = state.evidence !== evidence || state.day !== day || state.episodeId !== picture.episodeId;
  const now = isNew ? following(state, picture, asked) : state;
  if (isNew) setState(now);
  const inSight = (evidence ?? []).map(({ on }) => on);
  const isAll = now.span === "all";
  return {
    span: now.zoom ? null : now.span,
    isAll,
    range: now.zoom ?? (isAll ? whole : rangeOf(picture, now.span, inSight)),
    choose: (span) => setState({ ...now, span, zoom: null }),
    zoom: (zoom) => setState({ ...now, span: zoom || isAll ? now.span : "stay", zoom }),
  };
}
