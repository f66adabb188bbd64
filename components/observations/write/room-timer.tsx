"use client";

import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { Button } from "@/components/ui/button";

type RoomTimerProps = {
  observationId: string;
  /** Puts a mark like `12:30` into the text of what is seen. */
  onMark: (mark: string) => void;
};

/** When the clock was started (or set on from a pause), and what had run before; kept for this visit to the browser. */
type Clock = { readonly startedAt: number | null; readonly before: number };

const keyOf = (observationId: string) => `praksis.timer.${observationId}`;

function readClock(key: string): Clock {
  try {
    const kept = JSON.parse(sessionStorage.getItem(key) ?? "null") as Partial<Clock> | null;
    return { startedAt: kept?.startedAt ?? null, before: kept?.before ?? 0 };
  } catch {
    return { startedAt: null, before: 0 };
  }
}

function keepClock(key: string, clock: Clock): void {
  try {
    sessionStorage.setItem(key, JSON.stringify(clock));
  } catch {
    // The clock then begins anew when the page is opened again.
  }
}

const two = (number: number) => String(number).padStart(2, "0");
const elapsed = ({ startedAt, before }: Clock, now: number) => before + (startedAt ? now - startedAt : 0);
/** Minutes and seconds; hours only once there is one. */
function words(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1000));
  const rest = `${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
  return seconds < 3600 ? rest : `${Math.floor(seconds / 3600)}:${rest}`;
}

/** A clock for the room: how long it has lasted, and a mark of the time in the notes at the press of a thumb. */
export function RoomTimer({ observationId, onMark }: RoomTimerProps) {
  const t = useTranslations("observations.timer");
  const key = keyOf(observationId);
  const [clock, setClock] = useState<Clock>({ startedAt: null, before: 0 });
  const [now, setNow] = useState(0);
  useEffect(() => {
    setClock(readClock(key));
    setNow(Date.now());
  }, [key]);
  useEffect(() => {
    if (clock.startedAt === null) return;
    const ticking = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(ticking);
  }, [clock.startedAt]);

  function turn(next: Clock) {
    keepClock(key, next);
    setClock(next);
    setNow(Date.now());
  }
  const runs = clock.startedAt !== null;
  const shown = words(elapsed(clock, now));
  return (
    <div className="flex flex-wrap items-center gap-2">
      <span role="timer" aria-label={t("label")} className="min-w-16 text-lg font-semibold tabular-nums">
        {shown}
      </span>
      <Button
        tone="quiet"
        onClick={() =>
          turn(
            runs
              ? { startedAt: null, before: elapsed(clock, Date.now()) }
              : { startedAt: Date.now(), before: clock.before },
          )
        }
      >
        {t(runs ? "pause" : clock.before > 0 ? "resume" : "start")}
      </Button>
      {clock.before > 0 && !runs ? (
        <Button tone="quiet" onClick={() => turn({ startedAt: null, before: 0 })}>
          {t("reset")}
        </Button>
      ) : null}
      <Button tone="quiet" onClick={() => onMark(words(elapsed(clock, Date.now())))}>
        {t("mark")}
      </Button>
    </div>
  );
}
