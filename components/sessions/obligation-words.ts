import { useTranslations } from "next-intl";
import type { CohortBoard } from "@/lib/cohorts/queries/get-cohort-board";
import { ParticipantRole } from "@/lib/db/generated/enums";
import { DOT } from "@/lib/i18n/format";
import { type ObligationRow, type ObligationSubject, subjectKey } from "@/lib/sessions/rules/obligations";

type Tracks = CohortBoard["tracks"];

/** A track or a role with its name. */
export type NamedSubject = ObligationSubject & { readonly key: string; readonly label: string };

/** Whom a rule on who has to come can be about: the cohort's tracks, then the roles. */
export function useSubjects(tracks: Tracks): { tracks: NamedSubject[]; roles: NamedSubject[] } {
  const t = useTranslations("cohorts");
  const named = (subject: ObligationSubject, label: string) => ({
    ...subject,
    key: subjectKey(subject),
    label,
  });
  return {
    tracks: tracks.map(({ id, name }) => named({ trackId: id, participantRole: null }, name)),
    roles: Object.values(ParticipantRole).map((role) =>
      named({ trackId: null, participantRole: role }, t(`role.${role}`)),
    ),
  };
}

/** Says a session's rules in words ("Politikere: Ventes ikke"); empty where everybody comes. */
export function useRulesInWords(tracks: Tracks): (rows: readonly ObligationRow[]) => string {
  const t = useTranslations("cohorts");
  const subjects = useSubjects(tracks);
  const all = [...subjects.tracks, ...subjects.roles];
  return (rows) =>
    all
      .flatMap(({ key, label }) => {
        const row = rows.find((each) => subjectKey(each) === key);
        return row ? [t("obligations.rule", { who: label, what: t(`obligation.${row.obligation}`) })] : [];
      })
      .join(DOT);
}
