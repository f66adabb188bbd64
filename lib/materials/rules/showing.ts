import type { MaterialPhase } from "@/lib/db/generated/enums";

/**
 * Whether participants are shown a material of a session at `now`: what is handed out before it at once, what is handed out after it
 * once the session has ended. Its provider's staff and whoever teaches the cohort see both at any time.
 */
export function isShownToParticipants(phase: MaterialPhase, endsAt: Date, now: Date): boolean {
  return phase === "before" || endsAt <= now;
}
