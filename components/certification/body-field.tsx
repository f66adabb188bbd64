import { useTranslations } from "next-intl";
import { SelectField } from "@/components/ui/select-field";
import type { OwnBody } from "@/lib/certification/queries/list-own-bodies";

/** For which certifying body something is begun: asked of those who certify for several. */
export function BodyField({ bodies }: { bodies: readonly OwnBody[] }) {
  const t = useTranslations("certify");
  const [only, ...others] = bodies;
  if (only && others.length === 0) return <input type="hidden" name="certifyingBodyId" value={only.id} />;
  return (
    <SelectField
      name="certifyingBodyId"
      label={t("forBody")}
      options={bodies.map(({ id, name }) => ({ value: id, label: name }))}
    />
  );
}
