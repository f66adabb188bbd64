import { useTranslations } from "next-intl";
import { DiffText } from "@/components/programmes/diff-text";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { DescriptionList } from "@/components/ui/description-list";
import { Section } from "@/components/ui/section";
import { StatusTag, type Tone } from "@/components/ui/status-tag";
import type { FrameworkDetail } from "@/lib/frameworks/queries/get-framework";
import type { CriterionChange, FrameworkDifference, TextChange } from "@/lib/frameworks/rules/compare";
import { useRuleText } from "./rule-text";

const tones: Record<CriterionChange["kind"], Tone> = { added: "success", removed: "danger", changed: "info" };

type ChooseProps = { framework: FrameworkDetail; from: FrameworkDetail };

/** Which version is compared with: any other of the framework. */
export function ChooseVersion({ framework, from }: ChooseProps) {
  const t = useTranslations("frameworks");
  return (
    <form method="get" className="flex flex-wrap items-end gap-3">
      <label className="grid gap-1 text-sm font-medium">
        {t("compare.with")}
        <select name="with" defaultValue={from.id} className="control select-arrow font-normal">
          {framework.versions
            .filter((each) => each.id !== framework.id)
            .map(({ id, number }) => (
              <option key={id} value={id}>
                {t("version", { number })}
              </option>
            ))}
        </select>
      </label>
      <Button type="submit" tone="secondary">
        {t("compare.show")}
      </Button>
    </form>
  );
}

function Texts({ changes }: { changes: readonly TextChange[] }) {
  const t = useTranslations("frameworks");
  return (
    <dl className="grid gap-3">
      {changes.map(({ field, locale, before, after }) => (
        <div key={`${field} ${locale}`} className="grid gap-1">
          <dt className="text-sm font-medium text-muted">
            {t("compare.textOf", { field: t(`field.${field}`), language: t(`language.${locale}`) })}
          </dt>
          <dd lang={locale}>
            <DiffText before={before} after={after} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

function Criterion({ change, name }: { change: CriterionChange; name: string }) {
  const t = useTranslations("frameworks");
  const { code, kind, minOccasions, moved, texts } = change;
  const renamed = code.before !== null && code.after !== null && code.before !== code.after;
  return (
    <li className="grid gap-3 border-t border-line py-5">
      <div className="flex flex-wrap items-center gap-3">
        <StatusTag tone={tones[kind]}>{t(`compare.${kind}`)}</StatusTag>
        <h3 className="text-lg">
          <span className="me-1.5 text-muted">{code.after ?? code.before}</span> {name}
        </h3>
      </div>
      {renamed ? <p>{t("compare.code", { before: code.before ?? "", after: code.after ?? "" })}</p> : null}
      {minOccasions ? <p>{t("compare.occasions", minOccasions)}</p> : null}
      {moved ? <p>{t("compare.moved")}</p> : null}
      <Texts changes={texts} />
    </li>
  );
}

function Rules({ rules }: { rules: FrameworkDifference["rules"] }) {
  const t = useTranslations("frameworks");
  const ruleText = useRuleText();
  return (
    <DescriptionList
      items={rules.map(({ rule, before, after }) => ({
        term: t(`rule.${rule}`),
        detail: t("compare.fromTo", { before: ruleText(rule, before), after: ruleText(rule, after) }),
      }))}
    />
  );
}

type ComparisonProps = {
  difference: FrameworkDifference;
  /** What a criterion is called, by its stable key. */
  nameOf: (stableKey: string) => string;
};

/** What was added, changed and removed between two versions, the criteria mapped by their stable keys. */
export function FrameworkComparison({ difference, nameOf }: ComparisonProps) {
  const t = useTranslations("frameworks");
  const { rules, texts, criteria } = difference;
  if (rules.length + texts.length + criteria.length === 0)
    return (
      <Callout title={t("compare.same")} className="mt-8">
        {t("compare.sameLead")}
      </Callout>
    );
  return (
    <>
      {rules.length + texts.length > 0 ? (
        <Section title={t("scheme")}>
          <Texts changes={texts} />
          <Rules rules={rules} />
        </Section>
      ) : null}
      {criteria.length > 0 ? (
        <Section title={t("compare.criteria")}>
          <ol>
            {criteria.map((change) => (
              <Criterion key={change.stableKey} change={change} name={nameOf(change.stableKey)} />
            ))}
          </ol>
        </Section>
      ) : null}
    </>
  );
}
