import { useTranslations } from "next-intl";
import { LinkButton } from "@/components/ui/link-button";
import { Card } from "@/components/ui/section";
import type { CohortEnrolment } from "@/lib/enrolments/queries/list-cohort-enrolments";
import type { TransferTarget } from "@/lib/enrolments/queries/list-transfer-targets";
import { DOT } from "@/lib/i18n/format";
import { Drawer } from "./drawer";
import { Complete, Pause, Transfer, Withdraw } from "./enrolment-steps";
import { SubstituteForm } from "./substitute-form";

/** What staff may do with one participant. */
export function EnrolmentPanel({
  enrolment,
  targets,
  backHref,
}: {
  enrolment: CohortEnrolment;
  targets: readonly TransferTarget[];
  backHref: string;
}) {
  const t = useTranslations("enrolments");
  const word = useTranslations("applications");
  const { mayComplete, mayPause, mayWithdraw, maySubstitute, mayTransfer } = enrolment;
  const nothing = !mayComplete && !mayPause && !mayWithdraw && !maySubstitute && !mayTransfer;
  return (
    <Card className="mb-8 grid gap-3">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <h2 className="text-xl">{enrolment.name}</h2>
        <LinkButton href={backHref} tone="quiet" size="small" icon="close" scroll={false}>
          {t("panel.close")}
        </LinkButton>
      </div>
      <p className="text-muted">
        {[word(`payerOf.${enrolment.payer}`), enrolment.payerGln, enrolment.payerReference]
          .filter(Boolean)
          .join(DOT)}
      </p>
      {mayComplete ? <Complete enrolment={enrolment} /> : null}
      {mayPause ? <Pause enrolment={enrolment} /> : null}
      {maySubstitute ? (
        <Drawer summary={t("substitute.title")} group="enrolment">
          <SubstituteForm enrolment={enrolment} />
        </Drawer>
      ) : null}
      {mayTransfer ? <Transfer enrolment={enrolment} targets={targets} /> : null}
      {mayWithdraw ? <Withdraw enrolment={enrolment} /> : null}
      {nothing ? <p className="text-muted">{t("panel.nothing")}</p> : null}
    </Card>
  );
}
