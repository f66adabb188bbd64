import { useTranslations } from "next-intl";
import { TextField } from "@/components/ui/text-field";

/** What a material is. */
export function MaterialFields() {
  const t = useTranslations("planning");
  return (
    <>
      <TextField name="title" label={t("material.title")} maxLength={160} />
      <TextField
        name="link"
        label={t("material.link")}
        hint={t("material.linkHint")}
        type="url"
        inputMode="url"
        maxLength={500}
      />
      <TextField name="note" label={t("material.note")} optional maxLength={300} />
    </>
  );
}
