"use client";

import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { ActionButton } from "@/components/ui/action-button";
import { ActionForm } from "@/components/ui/action-form";
import { CheckboxField } from "@/components/ui/choice-fields";
import { FileDrop } from "@/components/ui/file-drop";
import { Section } from "@/components/ui/section";
import { SelectField } from "@/components/ui/select-field";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-field";
import type { ActionState, FormAction } from "@/lib/core/action-state";
import { FILE_MAX_BYTES } from "@/lib/core/file-limits";
import { DOT } from "@/lib/i18n/format";
import { attachFileAction, detachFileAction } from "@/lib/observations/file-actions";
import type { ObservationView } from "@/lib/observations/queries/get-observation";
import { LONGEST_CAPTION, MOST_FILES } from "@/lib/observations/rules/limits";
import { BesideFiles } from "../beside-files";
import type { DeviceFile } from "./device-store";
import type { DeviceFiles } from "./use-device-files";
import { WaitingList } from "./waiting-files";

/** Where the form for a file is; a criterion's link leads there. */
export const FILES_ID = "files";

type Words = ReturnType<typeof useTranslations<"observations.files">>;

/** What is wrong with a file before it is kept on the device, by field: without network nobody else would say so. */
function wrongIn(form: FormData, t: Words): Record<string, string[]> {
  const file = chosen(form);
  const wrong: Record<string, string[]> = {};
  if (!file) wrong.file = [t("fileMissing")];
  else if (file.size > FILE_MAX_BYTES) wrong.file = [t("tooBig")];
  if (String(form.get("caption") ?? "").trim() === "") wrong.caption = [t("captionMissing")];
  if (form.get("othersConsidered") !== "on") wrong.othersConsidered = [t("othersMissing")];
  return wrong;
}

/** Chosen, or taken with the camera: two fields of one name, of which one is empty. */
function chosen(form: FormData): File | undefined {
  return form.getAll("file").find((value) => value instanceof File && value.size > 0) as File | undefined;
}

function failure(fieldErrors: Record<string, string[]>, message: string, code: string): ActionState {
  return { status: "error", code, message, fieldErrors, values: {} };
}

/** Keeps the file on the device and sends it; without network it waits, and that is no failure. */
function useKeeping(observation: ObservationView, person: string, { sender }: DeviceFiles): FormAction {
  const t = useTranslations("observations.files");
  const ui = useTranslations("ui");
  return async (_previous, form) => {
    const wrong = wrongIn(form, t);
    const file = chosen(form);
    if (!file || Object.keys(wrong).length > 0) return failure(wrong, t("incomplete"), "invalid");
    const kept: DeviceFile = {
      id: crypto.randomUUID(),
      person,
      observation: observation.id,
      criterion: String(form.get("criterionId") ?? "") || null,
      caption: String(form.get("caption")).trim(),
      file,
      keptAt: Date.now(),
      refused: null,
    };
    const added = await sender.add(kept);
    if (added.kind !== "refused")
      return { status: "ok", message: t(added.kind === "sent" ? "attached" : "kept") };
    const { state } = added;
    return state.status === "error" ? state : failure({}, ui("failure.connection"), "connection");
  };
}

/** Where a photo is taken or a file chosen, and said what it shows. */
function AttachForm({ observation, keeping }: { observation: ObservationView; keeping: FormAction }) {
  const t = useTranslations("observations.files");
  // Before scripts have loaded it is a plain form, which the server answers.
  const [alive, setAlive] = useState(false);
  useEffect(() => setAlive(true), []);
  return (
    <ActionForm
      action={alive ? keeping : attachFileAction}
      fields={{ observationId: observation.id }}
      resetOnOk
      className="max-w-prose"
    >
      <FileDrop
        name="file"
        label={t("file")}
        hint={t("fileHint")}
        accept="image/jpeg,image/png,application/pdf,.docx"
        camera
      />
      <SelectField
        name="criterionId"
        label={t("criterion")}
        placeholder={false}
        options={[
          { value: "", label: t("whole") },
          ...observation.criteria.map(({ id, code, name }) => ({ value: id, label: `${code} ${name}` })),
        ]}
      />
      <TextField name="caption" label={t("caption")} hint={t("captionHint")} maxLength={LONGEST_CAPTION} />
      <CheckboxField name="othersConsidered" label={t("others")} hint={t("othersHint")} />
      <div>
        <SubmitButton tone="secondary" icon="upload">
          {t("attach")}
        </SubmitButton>
      </div>
    </ActionForm>
  );
}

type FilesSectionProps = {
  observation: ObservationView;
  person: string;
  files: DeviceFiles;
  /** Opened from the device: what the server has cannot be shown or taken away. */
  fromDevice: boolean;
};

/** The photos and files beside the observation, of a criterion or of all of it, and where one more is added. */
export function FilesSection({ observation, person, files, fromDevice }: FilesSectionProps) {
  const t = useTranslations("observations.files");
  const keeping = useKeeping(observation, person, files);
  const codeOf = (id: string | null) => observation.criteria.find((each) => each.id === id)?.code;
  return (
    <Section id={FILES_ID} title={t("title")} lead={t("lead")} className="scroll-mt-20">
      {fromDevice ? null : (
        <BesideFiles
          files={observation.files.map((file) => ({
            ...file,
            caption: [codeOf(file.criterionId), file.caption].filter(Boolean).join(DOT),
          }))}
          actionOf={(file) => (
            <ActionButton
              action={detachFileAction}
              fields={{ observationId: observation.id, fileId: file.id }}
              tone="quiet"
              size="small"
              icon="trash"
              confirm={{ title: t("removeTitle"), consequences: t("removeText"), confirmLabel: t("remove") }}
            >
              {t("remove")}
            </ActionButton>
          )}
        />
      )}
      <WaitingList files={files} />
      {observation.files.length + files.waiting.length >= MOST_FILES ? (
        <p className="text-muted">{t("full", { most: MOST_FILES })}</p>
      ) : (
        <AttachForm observation={observation} keeping={keeping} />
      )}
    </Section>
  );
}

/** Leads to the form for a file with this criterion chosen. */
export function chooseCriterion(id: string): void {
  const section = document.getElementById(FILES_ID);
  const choice = section?.querySelector("select");
  if (choice) choice.value = id;
  section?.querySelector<HTMLInputElement>("input[type=file]")?.focus();
}
