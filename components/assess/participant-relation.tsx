import { useLocale, useTranslations } from "next-intl";
import { LinkButton } from "@/components/ui/link-button";
import { ProseText } from "@/components/ui/prose-text";
import { Section } from "@/components/ui/section";
import { formatDate } from "@/lib/i18n/format";
import type { AssessedParticipant } from "@/lib/observations/queries/get-assessed-participant";

/** What the assessor last declared of their relation to a participant, and the way to declare it anew. */
export function ParticipantRelation({ participant }: { participant: AssessedParticipant }) {
  const t = useTranslations("assess");
  const locale = useLocale();
  const { declared } = participant;
  return (
    <Section
      title={t("participant.relation")}
      actions={
        <LinkButton href={`/assess/participants/${participant.enrolmentId}/relation`} tone="secondary">
          {t(declared ? "participant.declareAnew" : "participant.declare")}
        </LinkButton>
      }
    >
      {declared ? (
        <div className="grid gap-1.5">
          <p>
            <strong className="font-semibold">{t(`relation.${declared.outcome}`)}</strong>
            <span className="block text-sm text-muted">
              {t("relation.declaredOn", {
                date: formatDate(declared.declaredAt, locale, participant.timeZone),
              })}
            </span>
          </p>
          <ProseText text={declared.ground} />
        </div>
      ) : (
        <p className="text-muted">{t("participant.relationNone")}</p>
      )}
    </Section>
  );
}
