"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type FormEvent, useActionState, useRef, useState } from "react";
import { ErrorSummary } from "@/components/ui/error-summary";
import { FormContext } from "@/components/ui/form-context";
import { Section } from "@/components/ui/section";
import { showToast } from "@/components/ui/toast-store";
import { idle } from "@/lib/core/action-state";
import { saveObservationDraftAction } from "@/lib/observations/actions";
import type { ObservationView } from "@/lib/observations/queries/get-observation";
import { ConflictPanel } from "./conflict-panel";
import { CriterionCard } from "./criterion-card";
import { savedFields, useFieldWords } from "./field-words";
import { NotesSection } from "./notes-section";
import { SaveBar } from "./save-bar";
import { useAutosave } from "./use-autosave";

const FORM_ID = "observation";

function ignore(): void {
  // A field that is left is checked when it is saved, a moment later.
}

/** The button of the form: saves what is not saved, and goes on to the review once the server has all of it. */
function useReview(observationId: string, flush: () => Promise<boolean>) {
  const t = useTranslations("observations.save");
  const router = useRouter();
  const [pending, setPending] = useState(false);
  const [attempt, setAttempt] = useState(0);
  async function review(event: FormEvent) {
    event.preventDefault();
    if (pending) return;
    setPending(true);
    const done = await flush();
    setPending(false);
    if (done) router.push(`/assess/observations/${observationId}`);
    else if (!navigator.onLine) showToast(t("waitForNetwork"));
    else setAttempt((count) => count + 1);
  }
  return { review, pending, attempt };
}

/**
 * The observation form: for standing in a meeting room with a tablet in one hand. It saves itself on the device and on the server;
 * before scripts have loaded it is a plain form whose button saves.
 */
export function ObservationForm({ observation }: { observation: ObservationView }) {
  const { id, version, criteria } = observation;
  const t = useTranslations("observations");
  const form = useRef<HTMLFormElement>(null);
  const [early, formAction] = useActionState(saveObservationDraftAction, idle);
  const [key] = useState(() => crypto.randomUUID());
  const [rated, setRated] = useState(() => criteria.filter((criterion) => criterion.rating).length);
  const words = useFieldWords(observation);
  const saved = savedFields(observation);
  const { saver, ...view } = useAutosave({
    observationId: id,
    action: saveObservationDraftAction,
    form,
    saved,
    version,
  });
  const { review, pending, attempt } = useReview(id, () => saver.flush());

  function edited() {
    saver.edited();
    setRated(form.current?.querySelectorAll('input[type="radio"]:checked').length ?? 0);
  }
  // Before scripts have loaded the answer comes with the page; afterwards from the saver.
  const failed = early.status === "error" ? early : null;
  const held = view.status.kind === "held" ? view.status : null;
  const errors = held?.fieldErrors ?? failed?.fieldErrors ?? {};
  const values = failed?.values ?? {};
  return (
    <FormContext
      value={{ id: FORM_ID, values, errors, pending, succeeded: 0, left: ignore, changed: edited }}
    >
      {view.conflict ? (
        <ConflictPanel {...view.conflict} {...words} onResolve={(chosen) => saver.resolve(chosen, version)} />
      ) : null}
      <form ref={form} id={FORM_ID} action={formAction} onSubmit={review} onInput={edited} noValidate>
        <ErrorSummary
          formId={FORM_ID}
          errors={errors}
          message={held?.reason ?? failed?.message}
          reference={failed?.reference}
          attempt={failed ? Math.max(1, attempt) : attempt}
        />
        <input type="hidden" name="idempotencyKey" value={key} suppressHydrationWarning readOnly />
        <input type="hidden" name="observationId" value={id} />
        <input type="hidden" name="version" value={version} readOnly />
        <NotesSection observation={observation} />
        <Section title={t("criteria.title")} lead={t("write.criteriaLead")}>
          <ol className="grid gap-5">
            {criteria.map((criterion, index) => (
              <CriterionCard key={criterion.id} criterion={criterion} index={index} />
            ))}
          </ol>
        </Section>
        <SaveBar status={view.status} deviceFull={view.deviceFull} rated={rated} total={criteria.length} />
      </form>
    </FormContext>
  );
}
