import { useTranslations } from "next-intl";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-field";
import { CopyProgrammeFrame } from "./form-frames";

/** A programme made out of another one: its title and address. */
export function CopyProgrammeForm({ programmeId }: { programmeId: string }) {
  const t = useTranslations("programmes");
  return (
    <CopyProgrammeFrame fields={{ programmeId }} className="max-w-form">
      <TextField name="title" label={t("draft.title")} hint={t("create.titleHint")} maxLength={160} />
      <TextField name="slug" label={t("create.slug")} hint={t("create.slugHint")} optional maxLength={80} />
      <div>
        <SubmitButton icon="copy">{t("copy.submit")}</SubmitButton>
      </div>
    </CopyProgrammeFrame>
  );
}
