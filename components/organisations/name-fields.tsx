import { useTranslations } from "next-intl";
import { DateField } from "@/components/ui/date-field";
import { TextField } from "@/components/ui/text-field";

/** A name with its short form and its first day. */
export function NameFields() {
  const t = useTranslations("admin.organisations");
  return (
    <>
      <TextField name="name" label={t("name")} autoComplete="off" />
      <TextField
        name="shortName"
        label={t("shortName")}
        hint={t("shortNameHint")}
        size="medium"
        autoComplete="off"
      />
      <DateField name="validFrom" label={t("validFrom")} />
    </>
  );
}
