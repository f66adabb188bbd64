import { useTranslations } from "next-intl";
import { LinkButton } from "@/components/ui/link-button";
import { Card } from "@/components/ui/section";
import { StatusTag } from "@/components/ui/status-tag";
import type { ApplicationForm } from "@/lib/applications/queries/get-application-form";
import { CohortFacts } from "./cohort-facts";

/** Where a programme has several cohorts that can be applied to: which one? */
export function CohortChoice({ form }: { form: ApplicationForm }) {
  const t = useTranslations("applications");
  return (
    <ul className="grid gap-5 md:grid-cols-2">
      {form.cohorts.map((cohort) => (
        <li key={cohort.id}>
          <Card className="grid h-full content-start gap-4">
            <div className="flex flex-wrap items-center justify-between gap-2">
              <h2 className="text-xl">{cohort.name}</h2>
              {cohort.applied ? <StatusTag tone="success">{t("cohort.applied")}</StatusTag> : null}
            </div>
            <CohortFacts cohort={cohort} />
            {cohort.takesApplications ? (
              <LinkButton
                href={`/programmes/${form.programme.slug}/apply?cohort=${cohort.slug}`}
                tone={cohort.applied ? "secondary" : "primary"}
                className="justify-self-start"
              >
                {cohort.applied ? t("cohort.seeApplication") : t("cohort.choose")}
              </LinkButton>
            ) : (
              <p className="text-muted">{t("cohort.deadlinePassed")}</p>
            )}
          </Card>
        </li>
      ))}
    </ul>
  );
}
