import { useTranslations } from "next-intl";
import { DraftKeeper } from "@/components/ui/draft-keeper";
import { SelectField } from "@/components/ui/select-field";
import { SubmitButton } from "@/components/ui/submit-button";
import type { Party } from "@/lib/agreements/queries/list-agreement-parties";
import { AgreementFields } from "./agreement-fields";
import { CreateAgreementFrame } from "./form-frames";

type CreateAgreementFormProps = {
  providers: readonly { id: string; name: string }[];
  parties: readonly Party[];
};

/** A new agreement. It begins as one that is being negotiated. */
export function CreateAgreementForm({ providers, parties }: CreateAgreementFormProps) {
  const t = useTranslations("agreements");
  const [only] = providers;
  return (
    <CreateAgreementFrame className="max-w-form" defaultValues={{ kind: "academy", currency: "DKK" }}>
      {providers.length === 1 && only ? (
        <input type="hidden" name="providerId" value={only.id} />
      ) : (
        <SelectField
          name="providerId"
          label={t("form.provider")}
          options={providers.map(({ id, name }) => ({ value: id, label: name }))}
        />
      )}
      <AgreementFields parties={parties} targets={[]} />
      <div className="flex flex-wrap items-center gap-4">
        <SubmitButton>{t("create")}</SubmitButton>
        <DraftKeeper storageKey={`agreement:${providers.map(({ id }) => id).join()}`} />
      </div>
    </CreateAgreementFrame>
  );
}
