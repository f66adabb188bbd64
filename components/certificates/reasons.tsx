import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { ActionForm } from "@/components/ui/action-form";
import { ProseText } from "@/components/ui/prose-text";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextAreaField, TextField } from "@/components/ui/text-field";
import type { FormAction } from "@/lib/core/action-state";

/** What takes a certificate's validity away: both ask for the same two reasons, each in its own words. */
type Act = "certificates.revocation" | "certificates.suspension";

type ReasonsProps = { of: Act; record: { publicReason: string; internalReason: string | null } };

/** Why it was done, as it was written: to everybody, and to the body only. */
export function Reasons({ of, record }: ReasonsProps) {
  const words = useTranslations(of);
  return (
    <dl className="grid gap-3">
      <div>
        <dt className="text-sm text-muted">{words("publicReason")}</dt>
        <dd>{record.publicReason}</dd>
      </div>
      {record.internalReason ? (
        <div>
          <dt className="text-sm text-muted">{words("internalReason")}</dt>
          <dd>
            <ProseText text={record.internalReason} />
          </dd>
        </div>
      ) : null}
    </dl>
  );
}

type GiveReasonsProps = {
  of: Act;
  action: FormAction;
  certificateId: string;
  /** Whether it cannot be undone. */
  final?: boolean;
  /** What the button says. */
  children: ReactNode;
};

/** Doing it, folded away until somebody means to: the two reasons and the button. */
export function GiveReasons({ of, action, certificateId, final = false, children }: GiveReasonsProps) {
  const words = useTranslations(of);
  const colour = final ? "text-danger" : "text-accent";
  return (
    <details>
      <summary className={`inline-flex min-h-target items-center ${colour} underline underline-offset-2`}>
        {words("title")}
      </summary>
      <ActionForm action={action} fields={{ certificateId }} className="mt-3 max-w-prose">
        <p>{words("lead")}</p>
        <TextField
          name="publicReason"
          label={words("publicReason")}
          hint={words("publicReasonHint")}
          maxLength={500}
        />
        <TextAreaField
          name="internalReason"
          label={words("internalReason")}
          hint={words("internalReasonHint")}
          maxLength={4000}
        />
        <div>
          <SubmitButton tone={final ? "danger" : undefined}>{children}</SubmitButton>
        </div>
      </ActionForm>
    </details>
  );
}
