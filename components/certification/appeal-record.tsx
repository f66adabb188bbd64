import { useLocale, useTranslations } from "next-intl";
import { ProseText } from "@/components/ui/prose-text";
import { StatusTag } from "@/components/ui/status-tag";
import type { OwnCase } from "@/lib/certification/rules/own-case";
import { formatDate } from "@/lib/i18n/format";

/** An appeal: why, and how it ended. */
export function AppealRecord({ appeal }: { appeal: OwnCase["appeals"][number] }) {
  const t = useTranslations("certification");
  const locale = useLocale();
  const { decidedAt, changedTo } = appeal;
  const verdict = changedTo
    ? t("appeal.changedTo", { outcome: t(`outcome.${changedTo}`) })
    : t("appeal.upheld");
  return (
    <article className="grid max-w-prose gap-4">
      <div className="grid gap-1">
        <h3 className="font-semibold">
          {t("appeal.filed", { date: formatDate(appeal.filedAt, locale), name: appeal.filedBy })}
        </h3>
        <ProseText text={appeal.grounds} />
      </div>
      {decidedAt ? (
        <div className="grid gap-1">
          <h3 className="flex flex-wrap items-center gap-3 font-semibold">
            {t("appeal.decided", { date: formatDate(decidedAt, locale) })}
            <StatusTag tone={changedTo ? "success" : "neutral"} icon={changedTo ? "check" : "minus"}>
              {verdict}
            </StatusTag>
          </h3>
          <ProseText text={appeal.reasons} />
        </div>
      ) : (
        <div>
          <StatusTag tone="info" icon="clock">
            {t("appeal.pending")}
          </StatusTag>
        </div>
      )}
    </article>
  );
}
