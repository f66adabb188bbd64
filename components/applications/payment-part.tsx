"use client";

import { useTranslations } from "next-intl";
import { RadioGroup } from "@/components/ui/choice-fields";
import { NumberField, TextField } from "@/components/ui/text-field";
import { FormPart } from "./form-part";

/** Who pays, and what the invoice needs; one question less where an agreement pays. Whoever pays themself is not asked for a GLN. */
export function PaymentPart({ agreementTitle }: { agreementTitle: string | null }) {
  const t = useTranslations("applications");
  if (agreementTitle !== null) {
    return (
      <FormPart
        id="part-payment"
        title={t("form.payment")}
        lead={t("form.agreementPays", { agreement: agreementTitle })}
      >
        <input type="hidden" name="payer" value="agreement" readOnly />
        <TextField name="payerReference" label={t("form.reference")} size="medium" optional />
      </FormPart>
    );
  }
  return (
    <FormPart id="part-payment" title={t("form.payment")} className="group/payer">
      <RadioGroup
        name="payer"
        label={t("form.payer")}
        options={[
          { value: "organisation", label: t("payer.organisation") },
          { value: "self", label: t("payer.self") },
        ]}
      />
      <div className="grid gap-5 group-has-[input[value=self]:checked]/payer:hidden">
        <NumberField name="payerGln" label={t("form.gln")} hint={t("form.glnHint")} size="medium" optional />
        <TextField
          name="payerReference"
          label={t("form.reference")}
          hint={t("form.referenceHint")}
          size="medium"
          optional
        />
      </div>
    </FormPart>
  );
}
