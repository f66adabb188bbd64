"use client";

import { useTranslations } from "next-intl";
import { type RefObject, useRef, useState } from "react";
import { ActionForm } from "@/components/ui/action-form";
import { Callout } from "@/components/ui/callout";
import { FileDrop } from "@/components/ui/file-drop";
import { useFormState } from "@/components/ui/form-context";
import { SubmitButton } from "@/components/ui/submit-button";
import type { FormAction } from "@/lib/core/action-state";
import { importFile } from "@/lib/lists/import-schema";
import type { ImportOutcome } from "@/lib/lists/rules/import-outcome";
import { ImportPreview } from "./import-preview";

type Props = { action: FormAction; fields?: Readonly<Record<string, string>>; hint: string };

type ResultProps = { outcome: ImportOutcome | null; place: RefObject<HTMLDivElement | null> };

/** What came out of the file that was looked at last. Nothing of it stands beside the refusal of the next one. */
function Result({ outcome, place }: ResultProps) {
  const t = useTranslations("lists");
  const { errors } = useFormState();
  const shown = Object.keys(errors).length === 0 ? outcome : null;
  return (
    <div ref={place} tabIndex={-1} className="mt-2 grid min-w-0 gap-4 outline-none" data-import-result="">
      {shown ? <ImportPreview outcome={shown} /> : <Callout tone="info">{t("import.allOrNothing")}</Callout>}
    </div>
  );
}

/**
 * A file is chosen, looked at and then taken in: two buttons on one form, so that it is the same file both times. What is in it and what
 * is wrong stands below, which is where the eye is led; nothing is taken in as long as a row is wrong.
 */
export function ImportForm({ action, fields = {}, hint }: Props) {
  const t = useTranslations("lists");
  const [outcome, setOutcome] = useState<ImportOutcome | null>(null);
  const result = useRef<HTMLDivElement>(null);
  function show(data: unknown) {
    setOutcome(data as ImportOutcome);
    // Whoever reads by ear is led to what came out.
    requestAnimationFrame(() => result.current?.focus());
  }
  return (
    <ActionForm action={action} schema={importFile} fields={fields} onOk={show} okMessage={false}>
      <FileDrop name="file" label={t("import.file")} hint={hint} accept=".csv,.xlsx,.txt" maxMegabytes={2} />
      <div className="flex flex-wrap gap-3">
        <SubmitButton name="intent" value="check" tone="secondary" icon="eye">
          {t("import.check")}
        </SubmitButton>
        <SubmitButton name="intent" value="import" icon="upload">
          {t("import.take")}
        </SubmitButton>
      </div>
      <Result outcome={outcome} place={result} />
    </ActionForm>
  );
}
