import { useLocale, useTranslations } from "next-intl";
import { ProseText } from "@/components/ui/prose-text";
import type { OwnCase } from "@/lib/certification/rules/own-case";
import { DOT, formatDateTime } from "@/lib/i18n/format";

type HearingRecordProps = { hearing: NonNullable<OwnCase["hearing"]>; timeZone: string; now: Date };

/** What is intended, until when it can be answered, and the answer. */
export function HearingRecord({ hearing, timeZone, now }: HearingRecordProps) {
  const t = useTranslations("certification.hearing");
  const locale = useLocale();
  const { statement, statementAt, dueAt } = hearing;
  return (
    <div className="grid max-w-prose gap-5">
      <div className="grid gap-1">
        <h3 className="font-semibold">{t("intended")}</h3>
        <ProseText text={hearing.notice} />
        <p className="text-sm text-muted">
          {hearing.openedBy
            ? t("openedBy", {
                date: formatDateTime(hearing.openedAt, locale, timeZone),
                name: hearing.openedBy,
              })
            : t("openedOn", { date: formatDateTime(hearing.openedAt, locale, timeZone) })}
          {DOT}
          {t("due", { date: formatDateTime(dueAt, locale, timeZone) })}
        </p>
      </div>
      {statementAt ? (
        <div className="grid gap-1">
          <h3 className="font-semibold">
            {t("statementOf", {
              date: formatDateTime(statementAt, locale, timeZone),
              name: hearing.statementBy ?? "",
            })}
          </h3>
          <ProseText text={statement} />
        </div>
      ) : (
        <p className="text-muted">{dueAt < now ? t("noStatementGiven") : t("noStatement")}</p>
      )}
    </div>
  );
}
