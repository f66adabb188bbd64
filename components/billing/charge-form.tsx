import { useTranslations } from "next-intl";
import { ActionButton } from "@/components/ui/action-button";
import { ActionForm } from "@/components/ui/action-form";
import { DateField } from "@/components/ui/date-field";
import { SelectField } from "@/components/ui/select-field";
import { SubmitButton } from "@/components/ui/submit-button";
import { NumberField, TextField } from "@/components/ui/text-field";
import { removeChargeAction, saveChargeAction } from "@/lib/billing/actions";
import type { AgreementBilling, AgreementBillingLine } from "@/lib/billing/queries/get-agreement-basis";
import { priceText } from "@/lib/programmes/rules/price";
import { BillingCard } from "./billing-card";

type ChargeFormProps = {
  basis: AgreementBilling;
  /** The sum to be changed; null for a new one. */
  line: AgreementBillingLine | null;
  /** Who can be asked to pay. */
  payers: readonly { id: string; name: string }[];
};

function valuesOf(line: AgreementBillingLine) {
  const { organisationId, what, amountMinor, vatPercent, billFrom, payerGln, buyer } = line;
  return {
    organisationId,
    text: what,
    amount: priceText(amountMinor),
    vatPercent: String(vatPercent),
    billFrom,
    payerGln,
    payerReference: buyer.reference,
  };
}

function ChargeFields({ basis, payers }: Omit<ChargeFormProps, "line">) {
  const t = useTranslations("billing");
  return (
    <>
      <TextField name="text" label={t("charges.what")} hint={t("charges.whatHint")} maxLength={200} />
      <SelectField
        name="organisationId"
        label={t("basis.buyer")}
        options={payers.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <div className="grid gap-6 sm:grid-cols-2">
        <NumberField name="amount" label={t("charges.amountWithoutVat")} unit={basis.currency} decimals />
        <SelectField
          name="vatPercent"
          label={t("charges.vatLabel")}
          placeholder={false}
          options={(["0", "25"] as const).map((value) => ({ value, label: t(`charges.vat.${value}`) }))}
        />
      </div>
      <DateField name="billFrom" label={t("charges.billFrom")} hint={t("charges.billFromHint")} />
      <NumberField name="payerGln" label="EAN/GLN" hint={t("charges.glnHint")} size="medium" optional />
      <TextField name="payerReference" label={t("basis.reference")} size="medium" optional maxLength={100} />
    </>
  );
}

/** A sum of an agreement to be written or changed; one that was never invoiced can be taken away, and put back by one press. */
export function ChargeForm({ basis, line, payers }: ChargeFormProps) {
  const t = useTranslations("billing");
  const values = line ? valuesOf(line) : null;
  const { agreementId } = basis;
  return (
    <BillingCard
      title={line ? line.what : t("charges.new")}
      closeTo={`/staff/agreements/${agreementId}/billing`}
    >
      {line && line.invoices.length > 0 ? <p className="text-muted">{t("charges.invoicedHint")}</p> : null}
      <ActionForm
        action={saveChargeAction}
        fields={{ agreementId, chargeId: line?.chargeId ?? "", version: line?.version ?? 0 }}
        defaultValues={values ?? { vatPercent: "0" }}
        resetOnOk={!line}
        className="max-w-form"
      >
        <ChargeFields basis={basis} payers={payers} />
        <SubmitButton className="justify-self-start">{t("charges.save")}</SubmitButton>
      </ActionForm>
      {line && values && line.invoices.length === 0 ? (
        <ActionButton
          action={removeChargeAction}
          fields={{ agreementId, chargeId: line.chargeId }}
          undo={{ action: saveChargeAction, fields: { agreementId, chargeId: "", version: 0, ...values } }}
          tone="quiet"
          size="small"
          icon="trash"
          className="justify-self-start"
        >
          {t("charges.remove")}
        </ActionButton>
      ) : null}
    </BillingCard>
  );
}
