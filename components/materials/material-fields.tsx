import { useTranslations } from "next-intl";
import { FileDrop } from "@/components/ui/file-drop";
import { TextField } from "@/components/ui/text-field";

/** What a material is: a title, and a link or a file. */
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
        optional
        maxLength={500}
      />
      <FileDrop
        name="file"
        label={t("material.file")}
        hint={t("material.fileHint")}
        accept=".pdf,.docx,.pptx,.xlsx,image/jpeg,image/png"
        optional
      />
      <TextField name="note" label={t("material.note")} optional maxLength={300} />
    </>
  );
}
