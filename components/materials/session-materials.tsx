import { useTranslations } from "next-intl";
import { Section } from "@/components/ui/section";
import { SelectField } from "@/components/ui/select-field";
import { SubmitButton } from "@/components/ui/submit-button";
import { MaterialPhase } from "@/lib/db/generated/enums";
import { removeSessionMaterialAction } from "@/lib/materials/actions";
import type { SessionMaterialRow } from "@/lib/materials/queries/list-session-materials";
import { AddSessionMaterialFrame } from "./form-frames";
import { MaterialFields } from "./material-fields";
import { MaterialList, RemoveMaterial } from "./material-list";

function MaterialForm({ sessionId }: { sessionId: string }) {
  const t = useTranslations("planning");
  return (
    <AddSessionMaterialFrame fields={{ sessionId }} className="max-w-form rounded-lg bg-sunken p-5">
      <h3 className="text-lg">{t("material.addHeading")}</h3>
      <SelectField
        name="phase"
        label={t("material.phase")}
        placeholder={false}
        options={Object.values(MaterialPhase).map((value) => ({ value, label: t(`material.${value}`) }))}
      />
      <MaterialFields />
      <div>
        <SubmitButton tone="secondary" icon="plus">
          {t("material.add")}
        </SubmitButton>
      </div>
    </AddSessionMaterialFrame>
  );
}

/** What is handed out before a session and after it; with a form where it can be changed. */
export function SessionMaterials({
  sessionId,
  materials,
  editable,
}: {
  sessionId: string;
  materials: readonly SessionMaterialRow[];
  editable: boolean;
}) {
  const t = useTranslations("planning");
  const phases = Object.values(MaterialPhase).filter((phase) =>
    materials.some((each) => each.phase === phase),
  );
  return (
    <Section title={t("material.heading")} lead={t("material.lead")}>
      {materials.length === 0 ? <p className="text-muted">{t("material.none")}</p> : null}
      {phases.map((phase) => (
        <section key={phase} aria-labelledby={`material-${phase}`}>
          <h3 id={`material-${phase}`} className="pb-1 text-lg">
            {t(`material.${phase}`)}
          </h3>
          <MaterialList
            materials={materials.filter((each) => each.phase === phase)}
            action={
              editable
                ? (material) => (
                    <RemoveMaterial
                      material={material}
                      action={removeSessionMaterialAction}
                      of={{ sessionId }}
                    />
                  )
                : undefined
            }
          />
        </section>
      ))}
      {editable ? <MaterialForm sessionId={sessionId} /> : null}
    </Section>
  );
}
