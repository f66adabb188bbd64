import { useLocale, useTranslations } from "next-intl";
import { EmptyState } from "@/components/ui/empty-state";
import { Section } from "@/components/ui/section";
import { MaterialPhase } from "@/lib/db/generated/enums";
import { formatWeekdayDate } from "@/lib/i18n/format";
import type { MyMaterials as Cohort } from "@/lib/materials/queries/list-my-materials";
import { MaterialList } from "./material-list";

function SessionPart({ session }: { session: Cohort["sessions"][number] }) {
  const t = useTranslations("planning");
  const locale = useLocale();
  return (
    <section aria-labelledby={`session-${session.id}`} className="grid gap-2 pt-4">
      <h3 id={`session-${session.id}`} className="text-lg">
        {session.theme}
        <span className="block text-sm font-normal text-muted">
          {formatWeekdayDate(session.startsAt, locale, session.timeZone)}
        </span>
      </h3>
      {Object.values(MaterialPhase).map((phase) => {
        const ofPhase = session.materials.filter((each) => each.phase === phase);
        return ofPhase.length === 0 ? null : (
          <div key={phase}>
            <p className="text-sm font-medium">{t(`material.${phase}`)}</p>
            <MaterialList materials={ofPhase} />
          </div>
        );
      })}
    </section>
  );
}

/** What one gets to read and use, cohort by cohort. */
export function MyMaterials({ cohorts }: { cohorts: readonly Cohort[] }) {
  const t = useTranslations("planning");
  const filled = cohorts.filter(({ general, sessions }) => general.length > 0 || sessions.length > 0);
  if (filled.length === 0)
    return (
      <EmptyState icon="book" title={t("material.none")}>
        {t("material.myNone")}
      </EmptyState>
    );
  return filled.map(({ enrolmentId, programme, cohort, general, sessions }) => (
    <Section key={enrolmentId} title={programme} lead={cohort}>
      {general.length > 0 ? <MaterialList materials={general} /> : null}
      {sessions.map((session) => (
        <SessionPart key={session.id} session={session} />
      ))}
    </Section>
  ));
}
