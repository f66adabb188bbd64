import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { ActionButton } from "@/components/ui/action-button";
import { ActionForm } from "@/components/ui/action-form";
import { LinkButton } from "@/components/ui/link-button";
import { SelectField } from "@/components/ui/select-field";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextAreaField } from "@/components/ui/text-field";
import {
  cancelVisitAction,
  confirmVisitAction,
  markVisitDoneAction,
  markVisitMissedAction,
  startObservationAction,
} from "@/lib/observations/actions";
import type { VisitView } from "@/lib/observations/queries/get-visit";
import type { FreeAssessor } from "@/lib/observations/queries/list-free-assessors";
import { decideVisitBegun } from "@/lib/observations/rules/visit-times";
import { handOverVisitAction } from "@/lib/observations/visit-actions";
import { MoveVisitForm } from "./visit-form";

/** What an assessor can do next on a visit of theirs, the likeliest first. */
export function VisitSteps({ visit, now }: { visit: VisitView; now: Date }) {
  const t = useTranslations("assess.visit");
  const fields = { visitId: visit.id, version: visit.version };
  const begun = decideVisitBegun(visit, now).ok;
  if (visit.observation) {
    return <LinkButton href={`/assess/observations/${visit.observation.id}`}>{t("open")}</LinkButton>;
  }
  if (visit.state === "requested" || visit.state === "proposed") {
    return (
      <ActionButton action={confirmVisitAction} fields={fields} tone="primary" icon="check">
        {t("confirm")}
      </ActionButton>
    );
  }
  if (visit.state !== "booked" && visit.state !== "done") return null;
  // The second of two begins when they are there; what becomes of the visit is said by whose it is.
  if (!begun) return <p className="text-muted">{t("beginLater")}</p>;
  return (
    <div className="flex flex-wrap items-start gap-3">
      <ActionButton action={startObservationAction} fields={{ visitId: visit.id }} tone="primary" icon="edit">
        {t("begin")}
      </ActionButton>
      {visit.state === "booked" && visit.own ? (
        <>
          <ActionButton action={markVisitDoneAction} fields={fields}>
            {t("markDone")}
          </ActionButton>
          {visit.pair?.secondBegun ? null : (
            <ActionButton
              action={markVisitMissedAction}
              fields={fields}
              tone="quiet"
              confirm={{
                title: t("missedTitle"),
                consequences: t("missedText"),
                confirmLabel: t("markMissed"),
              }}
            >
              {t("markMissed")}
            </ActionButton>
          )}
        </>
      ) : null}
    </div>
  );
}

function Folded({ title, children }: { title: string; children: ReactNode }) {
  return (
    <details className="border-t border-line py-1">
      <summary className="flex min-h-target items-center font-medium text-accent">{title}</summary>
      <div className="pt-3 pb-5">{children}</div>
    </details>
  );
}

/** Who takes the visit instead: those who are authorised and not barred, the free ones first. */
function HandOverForm({ visit, others }: { visit: VisitView; others: readonly FreeAssessor[] }) {
  const t = useTranslations("assess");
  if (others.length === 0) return <p className="text-muted">{t("pair.nobody")}</p>;
  return (
    <ActionForm
      action={handOverVisitAction}
      fields={{ visitId: visit.id, version: visit.version }}
      className="max-w-prose"
    >
      <SelectField
        name="toId"
        label={t("visit.handOverTo")}
        hint={t("visit.handOverHint")}
        options={others.map(({ id, name, busy }) => ({
          value: id,
          label: busy ? t("pair.busy", { name }) : name,
          disabled: busy,
        }))}
      />
      <div>
        <SubmitButton tone="secondary">{t("visit.handOverSend")}</SubmitButton>
      </div>
    </ActionForm>
  );
}

/** Moving, handing over and cancelling, folded away: what is rarer, and told to the participant at once. */
export function VisitChanges({ visit, others }: { visit: VisitView; others: readonly FreeAssessor[] }) {
  const t = useTranslations("assess.visit");
  const open = ["requested", "proposed", "booked"].includes(visit.state);
  if (!open || visit.observation || visit.pair?.secondBegun) return null;
  return (
    <div className="mt-10">
      {visit.state === "booked" ? (
        <Folded title={t("move")}>
          <MoveVisitForm visit={visit} />
        </Folded>
      ) : null}
      {visit.state === "booked" && !visit.pair ? (
        <Folded title={t("handOver")}>
          <HandOverForm visit={visit} others={others} />
        </Folded>
      ) : null}
      <Folded title={t("cancel")}>
        <ActionForm
          action={cancelVisitAction}
          fields={{ visitId: visit.id, version: visit.version }}
          className="max-w-prose"
        >
          <TextAreaField name="reason" label={t("cancelReason")} rows={2} maxLength={500} />
          <div>
            <SubmitButton tone="danger">{t("cancelSend")}</SubmitButton>
          </div>
        </ActionForm>
      </Folded>
    </div>
  );
}
