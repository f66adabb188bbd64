import { useTranslations } from "next-intl";
import { Section } from "@/components/ui/section";
import { SubmitButton } from "@/components/ui/submit-button";
import { removeMaterialAction } from "@/lib/materials/actions";
import type { VersionDetail } from "@/lib/programmes/queries/get-version";
import { AddMaterialFrame } from "./form-frames";
import { MaterialFields } from "./material-fields";
import { MaterialList, RemoveMaterial } from "./material-list";

/** What every cohort of a programme version gets to read and use; a draft's can be changed. */
export function VersionMaterials({ version }: { version: VersionDetail }) {
  const t = useTranslations("planning");
  const editable = version.state === "draft";
  return (
    <Section title={t("material.heading")} lead={t("material.programmeLead")}>
      {version.materials.length === 0 ? (
        <p className="text-muted">{t("material.none")}</p>
      ) : (
        <MaterialList
          materials={version.materials}
          action={
            editable
              ? (material) => (
                  <RemoveMaterial
                    material={material}
                    action={removeMaterialAction}
                    of={{ versionId: version.id }}
                  />
                )
              : undefined
          }
        />
      )}
      {editable ? (
        <AddMaterialFrame fields={{ versionId: version.id }} className="max-w-form rounded-lg bg-sunken p-5">
          <h3 className="text-lg">{t("material.addHeading")}</h3>
          <MaterialFields />
          <div>
            <SubmitButton tone="secondary" icon="plus">
              {t("material.add")}
            </SubmitButton>
          </div>
        </AddMaterialFrame>
      ) : null}
    </Section>
  );
}
