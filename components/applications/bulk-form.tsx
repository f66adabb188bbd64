"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { ActionForm } from "@/components/ui/action-form";
import { Callout } from "@/components/ui/callout";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextAreaField } from "@/components/ui/text-field";
import { decideSeveralAction } from "@/lib/applications/actions";
import type { Told } from "@/lib/applications/commands/decide-several";
import type { Refusal } from "@/lib/core/decision";

type BulkFormProps = { cohortId: string; mayAdmit: boolean; empty: boolean; children: ReactNode };

function toldIn(data: unknown): Told[] {
  const { told } = (data ?? {}) as { told?: unknown };
  return Array.isArray(told) ? (told as Told[]) : [];
}

/** The sentences of the rules by their codes, which all have one (a test says so): no union of a thousand keys for the compiler. */
const useRefusals = useTranslations as unknown as (
  namespace: string,
) => (code: string, params?: Refusal["params"]) => string;

/** What became of each: a seat, a place in the queue, a decline, or why nothing was done. */
function Results({ told }: { told: readonly Told[] }) {
  const t = useTranslations("applications");
  const refusals = useRefusals("refusals");
  const words = ({ result, position, refusal }: Told) => {
    if (result === "queued") return t("bulk.queued", { position: position ?? 0 });
    if (result !== "refused") return t(`bulk.${result}`);
    return refusals(refusal?.code ?? "conflict", refusal?.params);
  };
  return (
    <Callout
      tone={told.some((each) => each.result === "refused") ? "warning" : "success"}
      title={t("bulk.results")}
    >
      <ul className="grid gap-1">
        {told.map((each) => (
          <li key={each.id}>
            <span className="font-medium">{each.name}</span>: {words(each)}
          </li>
        ))}
      </ul>
    </Callout>
  );
}

/** The list with boxes to tick and what can be done with those ticked. What became of each is told below the buttons. */
export function BulkForm({ cohortId, mayAdmit, empty, children }: BulkFormProps) {
  const [told, setTold] = useState<readonly Told[]>([]);
  return (
    <ActionForm
      action={decideSeveralAction}
      fields={{ cohortId }}
      onOk={(data) => setTold(toldIn(data))}
      resetOnOk
      className="gap-4"
    >
      {children}
      {empty ? null : <Choices mayAdmit={mayAdmit} />}
      {told.length > 0 ? <Results told={told} /> : null}
    </ActionForm>
  );
}

/** What can be done with those ticked. */
function Choices({ mayAdmit }: { mayAdmit: boolean }) {
  const t = useTranslations("applications");
  return (
    <fieldset className="grid gap-3">
      <legend className="sr-only">{t("bulk.legend")}</legend>
      <div className="flex flex-wrap items-center gap-3">
        <span className="text-sm text-muted">{t("bulk.legend")}</span>
        {mayAdmit ? (
          <SubmitButton name="decision" value="admit" tone="secondary" size="small">
            {t("bulk.admit")}
          </SubmitButton>
        ) : null}
      </div>
      {mayAdmit ? <p className="text-sm text-muted">{t("bulk.hint")}</p> : null}
      <details>
        <summary className="inline-flex min-h-target items-center text-sm text-accent underline underline-offset-2">
          {t("bulk.decline")}
        </summary>
        <div className="grid gap-3 pt-2">
          <TextAreaField name="reason" label={t("review.reason")} hint={t("bulk.reasonHint")} rows={3} />
          <SubmitButton
            name="decision"
            value="decline"
            tone="danger"
            size="small"
            className="justify-self-start"
          >
            {t("bulk.declineConfirm")}
          </SubmitButton>
        </div>
      </details>
    </fieldset>
  );
}
