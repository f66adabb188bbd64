import { useTranslations } from "next-intl";
import { SelectField } from "@/components/ui/select-field";
import { NumberField } from "@/components/ui/text-field";

type Numbers = { country: string; registrationNumber: string | null; gln: string | null };

/** The country with the registration number of its register, and where invoices go. */
export function NumberFields({ values }: { values?: Numbers }) {
  const t = useTranslations("admin.organisations");
  return (
    <>
      <SelectField
        name="country"
        label={t("country")}
        placeholder={false}
        defaultValue={values?.country ?? "DK"}
        options={[
          { value: "DK", label: t("countries.DK") },
          { value: "SE", label: t("countries.SE") },
        ]}
      />
      <NumberField
        name="registrationNumber"
        label={t("number")}
        hint={t("numberHint")}
        size="medium"
        optional
        defaultValue={values?.registrationNumber ?? ""}
      />
      <NumberField
        name="gln"
        label={t("gln")}
        hint={t("glnHint")}
        size="medium"
        optional
        defaultValue={values?.gln ?? ""}
      />
    </>
  );
}
