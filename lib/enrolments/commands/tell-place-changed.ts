import "server-only";
import type { Work } from "@/lib/auth/work";
import type { PlaceChange } from "@/lib/mail/mail-params";
import { type Mailable, recipientOf } from "@/lib/mail/recipient-of";

type ChangedCohort = {
  readonly name: string;
  readonly startsOn: Date;
  readonly programmeVersion: { readonly title: string };
};

/** Tells somebody what became of their place on a cohort. Nobody is told who has no address any more. */
export async function tellPlaceChanged(
  work: Work,
  person: Mailable,
  cohort: ChangedCohort,
  change: PlaceChange,
  details: {
    readonly with?: string;
    readonly reason?: string;
    readonly owedPercent?: number | null;
    readonly caseEnded?: boolean;
  } = {},
): Promise<void> {
  const to = recipientOf(person);
  if (!to) return;
  await work.mail({
    template: "place-changed",
    to,
    params: {
      change,
      programme: cohort.programmeVersion.title,
      cohort: cohort.name,
      startsOn: cohort.startsOn.toISOString().slice(0, 10),
      with: details.with ?? "",
      reason: details.reason ?? "",
      owedPercent: details.owedPercent ?? null,
      caseEnded: details.caseEnded ?? false,
      path: "/my/places",
    },
  });
}
