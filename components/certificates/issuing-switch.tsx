import { useLocale, useTranslations } from "next-intl";
import { ActionForm } from "@/components/ui/action-form";
import { Callout } from "@/components/ui/callout";
import { ProseText } from "@/components/ui/prose-text";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextAreaField } from "@/components/ui/text-field";
import { liftIssuingStopAction, stopIssuingAction } from "@/lib/certificates/actions";
import type { BodySwitch } from "@/lib/certificates/queries/list-issuing";
import { formatDateTime } from "@/lib/i18n/format";

/** The stop switch of a certifying body: whether it issues, and the one form that changes that. */
export function IssuingSwitch({ body }: { body: BodySwitch }) {
  const t = useTranslations("certificates.issuing");
  const locale = useLocale();
  const { certifyingBodyId, stop } = body;
  if (stop)
    return (
      <Callout
        tone="danger"
        icon="ban"
        title={t("stopped", { body: body.name, name: stop.by, date: formatDateTime(stop.at, locale) })}
      >
        <ProseText text={stop.reason} />
        <ActionForm action={liftIssuingStopAction} fields={{ certifyingBodyId }} className="mt-4 max-w-prose">
          <TextAreaField name="note" label={t("note")} hint={t("noteHint")} maxLength={2000} />
          <div>
            <SubmitButton>{t("lift")}</SubmitButton>
          </div>
        </ActionForm>
      </Callout>
    );
  return (
    <Callout tone="success" icon="check" title={t("open", { body: body.name })}>
      <details>
        <summary className="inline-flex min-h-target items-center text-danger underline underline-offset-2">
          {t("stop")}
        </summary>
        <ActionForm action={stopIssuingAction} fields={{ certifyingBodyId }} className="mt-3 max-w-prose">
          <p>{t("stopLead")}</p>
          <TextAreaField name="reason" label={t("reason")} hint={t("reasonHint")} maxLength={2000} />
          <div>
            <SubmitButton tone="danger">{t("stop")}</SubmitButton>
          </div>
        </ActionForm>
      </details>
    </Callout>
  );
}
