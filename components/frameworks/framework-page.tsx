import { useLocale, useTranslations } from "next-intl";
import { DescriptionList } from "@/components/ui/description-list";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { Section } from "@/components/ui/section";
import type { FrameworkDetail } from "@/lib/frameworks/queries/get-framework";
import { schemeRules } from "@/lib/frameworks/rules/compare";
import { textIn } from "@/lib/frameworks/rules/text-in";
import { AddCriterionForm } from "./add-criterion-form";
import { CriterionList } from "./criterion-list";
import { FrameworkStateTag } from "./framework-state-tag";
import { FrameworkSteps } from "./framework-steps";
import { useRuleText } from "./rule-text";
import { SchemeForm } from "./scheme-form";

/** What an approved version asks for, which nobody changes any more. */
function SchemeRules({ framework }: { framework: FrameworkDetail }) {
  const t = useTranslations("frameworks.rule");
  const ruleText = useRuleText();
  return (
    <DescriptionList
      items={schemeRules.map((rule) => ({ term: t(rule), detail: ruleText(rule, framework[rule]) }))}
    />
  );
}

/** One version of a framework: a draft to write in three languages, or what was approved. */
export function FrameworkPage({ framework, personId }: { framework: FrameworkDetail; personId: string }) {
  const t = useTranslations("frameworks");
  const locale = useLocale();
  const text = textIn(framework.texts, locale);
  const isDraft = framework.state === "draft";
  return (
    <>
      <PageHeader
        crumbs={[{ label: t("title"), href: "/certify/frameworks" }]}
        kicker={t("version", { number: framework.number })}
        title={text?.title || t("untitled")}
        lead={text?.scope}
        meta={<FrameworkStateTag state={framework.state} />}
        actions={
          framework.versions.length > 1 ? (
            <LinkButton href={`/certify/frameworks/${framework.id}/compare`} tone="secondary">
              {t("compare.open")}
            </LinkButton>
          ) : null
        }
      />
      <FrameworkSteps framework={framework} personId={personId} />
      <Section title={t("scheme")} lead={isDraft ? t("schemeLead") : undefined}>
        {isDraft ? <SchemeForm framework={framework} /> : <SchemeRules framework={framework} />}
      </Section>
      <Section title={t("criteria", { count: framework.criteria.length })}>
        <CriterionList framework={framework} />
        {isDraft ? <AddCriterionForm framework={framework} /> : null}
      </Section>
    </>
  );
}
