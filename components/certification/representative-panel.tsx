import { useLocale, useTranslations } from "next-intl";
import { ActionButton } from "@/components/ui/action-button";
import { ActionForm } from "@/components/ui/action-form";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-field";
import { appointRepresentativeAction, endRepresentationAction } from "@/lib/certification/actions";
import type { OwnCase } from "@/lib/certification/rules/own-case";
import { formatDate } from "@/lib/i18n/format";

function Appoint({ caseId }: { caseId: string }) {
  const t = useTranslations("certification.representative");
  return (
    <details>
      <summary className="inline-flex min-h-target items-center text-accent underline underline-offset-2">
        {t("appoint")}
      </summary>
      <ActionForm action={appointRepresentativeAction} fields={{ caseId }} className="max-w-form" resetOnOk>
        <TextField name="name" label={t("name")} maxLength={120} autoComplete="off" />
        <TextField name="email" label={t("email")} hint={t("emailHint")} type="email" autoComplete="off" />
        <div>
          <SubmitButton tone="secondary">{t("send")}</SubmitButton>
        </div>
      </ActionForm>
    </details>
  );
}

/** Who acts for the participant, to be appointed and ended by them at will (forvaltningsloven § 8). */
export function RepresentativePanel({ its }: { its: OwnCase }) {
  const t = useTranslations("certification.representative");
  const locale = useLocale();
  const { representative } = its;
  if (!representative) {
    return (
      <>
        <p className="max-w-prose">{t("none")}</p>
        <Appoint caseId={its.id} />
      </>
    );
  }
  const { name, email, acceptedAt } = representative;
  return (
    <div className="grid max-w-prose justify-items-start gap-3">
      <p>
        {acceptedAt
          ? t("since", { name, date: formatDate(acceptedAt, locale, its.timeZone) })
          : t("asked", { name, email })}
      </p>
      <ActionButton
        action={endRepresentationAction}
        fields={{ representationId: representative.id }}
        icon="close"
        confirm={{ title: t("confirm"), consequences: t("consequences", { name }), confirmLabel: t("end") }}
      >
        {t("end")}
      </ActionButton>
    </div>
  );
}
