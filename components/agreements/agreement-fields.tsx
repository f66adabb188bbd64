import { useTranslations } from "next-intl";
import { CheckboxGroup } from "@/components/ui/choice-fields";
import { DateField } from "@/components/ui/date-field";
import { SelectField } from "@/components/ui/select-field";
import { NumberField, TextField } from "@/components/ui/text-field";
import type { AgreementDetail } from "@/lib/agreements/queries/get-agreement";
import type { Party } from "@/lib/agreements/queries/list-agreement-parties";
import { AgreementKind, ParticipantRole } from "@/lib/db/generated/enums";

const asOptions = (parties: readonly Party[]) => parties.map(({ id, name }) => ({ value: id, label: name }));

function MoneyFields({ parties }: { parties: readonly Party[] }) {
  const t = useTranslations("agreements");
  return (
    <fieldset className="grid gap-6 rounded-lg bg-sunken p-5">
      <legend className="float-left w-full font-medium">{t("form.funding")}</legend>
      <p className="text-sm text-muted">{t("form.fundingHint")}</p>
      <SelectField
        name="funderId"
        label={t("form.funder")}
        optional
        placeholder={t("form.none")}
        options={asOptions(
          [...parties].sort((a, b) => Number(b.kind === "funder") - Number(a.kind === "funder")),
        )}
      />
      <TextField
        name="diaryNumber"
        label={t("form.diaryNumber")}
        hint={t("form.diaryNumberHint")}
        optional
        maxLength={60}
        size="medium"
      />
      <div className="grid gap-6 sm:grid-cols-[minmax(0,14rem)_8rem]">
        <NumberField name="amount" label={t("form.amount")} decimals optional size="full" />
        <SelectField
          name="currency"
          label={t("form.currency")}
          placeholder={false}
          className="self-end"
          options={["DKK", "SEK", "EUR"].map((value) => ({ value, label: value }))}
        />
      </div>
      <SelectField
        name="coordinatorId"
        label={t("form.coordinator")}
        hint={t("form.coordinatorHint")}
        optional
        placeholder={t("form.none")}
        options={asOptions(parties)}
      />
    </fieldset>
  );
}

/** The mix of participants that is promised: a number a role, empty where none is. */
function RoleTargetFields({ targets }: { targets: AgreementDetail["roleTargets"] }) {
  const t = useTranslations("agreements");
  const roles = useTranslations("cohorts");
  return (
    <fieldset className="grid gap-4">
      <legend className="float-left w-full font-medium">{t("form.roleTargets")}</legend>
      <p className="text-sm text-muted">{t("form.roleTargetsHint")}</p>
      <div className="grid gap-4 sm:grid-cols-2">
        {Object.values(ParticipantRole).map((role, index) => (
          <div key={role}>
            <input type="hidden" name={`roleTargets.${index}.participantRole`} value={role} />
            <NumberField
              name={`roleTargets.${index}.number`}
              label={roles(`role.${role}`)}
              optional
              defaultValue={String(
                targets.find(({ participantRole }) => participantRole === role)?.number ?? "",
              )}
            />
          </div>
        ))}
      </div>
    </fieldset>
  );
}

type FieldsProps = { parties: readonly Party[]; targets: AgreementDetail["roleTargets"] };

/** What an agreement says: the fields that making and editing share. */
export function AgreementFields({ parties, targets }: FieldsProps) {
  const t = useTranslations("agreements");
  return (
    <>
      <TextField name="title" label={t("form.title")} maxLength={200} />
      <SelectField
        name="kind"
        label={t("form.kind")}
        hint={t("form.kindHint")}
        placeholder={false}
        options={Object.values(AgreementKind).map((value) => ({ value, label: t(`kind.${value}`) }))}
      />
      <div className="grid gap-6 sm:grid-cols-2">
        <DateField name="validFrom" label={t("form.validFrom")} />
        <DateField name="validTo" label={t("form.validTo")} optional />
      </div>
      <CheckboxGroup
        name="partnerIds"
        label={t("form.partners")}
        hint={t("form.partnersHint")}
        optional
        columns
        options={asOptions(parties.filter(({ kind }) => kind !== "certifying_body"))}
      />
      <RoleTargetFields targets={targets} />
      <MoneyFields parties={parties} />
    </>
  );
}
