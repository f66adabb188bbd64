import { useTranslations } from "next-intl";
import { FileDrop } from "@/components/ui/file-drop";
import { TextField } from "@/components/ui/text-field";
import { FILE_MAX_BYTES, inMegabytes, MATERIAL_MAX_BYTES } from "@/lib/core/file-limits";

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
        hint={t("material.fileHint", { picture: inMegabytes(FILE_MAX_BYTES) })}
        maxMegabytes={inMegabytes(MATERIAL_MAX_BYTES)}
        accept=".pdf,.docx,.pptx,.xlsx,image/jpeg,image/png"
        optional
      />
      <noscript>
        <p className="text-muted">{t("material.withoutScripts", { maximum: inMegabytes(FILE_MAX_BYTES) })}</p>
      </noscript>
      <TextField name="note" label={t("material.note")} optional maxLength={300} />
    </>
  );
}
