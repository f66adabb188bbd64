import { useTranslations } from "next-intl";
import { SelectField } from "@/components/ui/select-field";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-field";
import { Locale } from "@/lib/db/generated/enums";
import { CreateProgrammeFrame } from "./form-frames";

/** The beginning of a programme: everything else is written in its draft. */
export function CreateProgrammeForm({ providers }: { providers: readonly { id: string; name: string }[] }) {
  const t = useTranslations("programmes");
  const [only] = providers.length === 1 ? providers : [];
  return (
    <CreateProgrammeFrame className="max-w-form">
      {only ? (
        <input type="hidden" name="providerId" value={only.id} />
      ) : (
        <SelectField
          name="providerId"
          label={t("create.provider")}
          options={providers.map(({ id, name }) => ({ value: id, label: name }))}
        />
      )}
      <TextField name="title" label={t("draft.title")} hint={t("create.titleHint")} maxLength={160} />
      <SelectField
        name="language"
        label={t("draft.language")}
        placeholder={false}
        options={Object.values(Locale).map((value) => ({ value, label: t(`language.${value}`) }))}
      />
      <TextField name="slug" label={t("create.slug")} hint={t("create.slugHint")} optional maxLength={80} />
      <div>
        <SubmitButton>{t("create.submit")}</SubmitButton>
      </div>
    </CreateProgrammeFrame>
  );
}
