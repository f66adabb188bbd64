import { useTranslations } from "next-intl";
import { SelectField } from "@/components/ui/select-field";
import { TextField } from "@/components/ui/text-field";

type Track = { readonly id: string; readonly name: string };

/** What a list says of one person. The track is chosen by its name, as a file has it; left out where there is no choice. */
export function RowFields({ tracks }: { tracks: readonly Track[] }) {
  const t = useTranslations("group-entries");
  return (
    <>
      <TextField name="name" label={t("list.name")} size="medium" autoComplete="off" />
      <TextField name="email" label={t("list.email")} size="medium" autoComplete="off" inputMode="email" />
      <TextField name="title" label={t("list.jobTitle")} size="medium" autoComplete="off" />
      <TextField
        name="role"
        label={t("list.role")}
        hint={t("list.roleHint")}
        size="medium"
        autoComplete="off"
      />
      {tracks.length > 1 ? (
        <SelectField
          name="track"
          label={t("list.track")}
          options={tracks.map(({ name }) => ({ value: name, label: name }))}
        />
      ) : null}
    </>
  );
}
