import { useLocale, useTranslations } from "next-intl";
import { Callout } from "@/components/ui/callout";
import type { ForwardedApproval as Forwarded } from "@/lib/applications/queries/get-forwarded-approval";
import { formatDateTime } from "@/lib/i18n/format";

/** What a link says whose holder passed the question on. */
export function ForwardedApproval({ forward }: { forward: Forwarded }) {
  const t = useTranslations("applications");
  const locale = useLocale();
  const { toName, applicant, forwardedAt, timeZone } = forward;
  return (
    <div className="mx-auto grid max-w-2xl gap-8">
      <h1 className="text-3xl">{t("approve.heading", { applicant })}</h1>
      <Callout
        tone="info"
        title={t("forward.isForwarded", { to: toName, at: formatDateTime(forwardedAt, locale, timeZone) })}
      >
        {t("forward.isForwardedHint", { to: toName, applicant })}
      </Callout>
    </div>
  );
}
