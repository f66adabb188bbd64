import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { PageHeader } from "@/components/ui/page-header";
import { Section } from "@/components/ui/section";
import { StatusTag, type Tone } from "@/components/ui/status-tag";
import type { ProgrammeDetail } from "@/lib/programmes/queries/get-programme";
import type { ListChange, VersionDifference } from "@/lib/programmes/rules/compare";
import { DiffText } from "./diff-text";

const tones: Record<ListChange["kind"], Tone> = { added: "success", removed: "danger", changed: "info" };

function Changes({ changes, title }: { changes: readonly ListChange[]; title: string }) {
  const t = useTranslations("programmes");
  if (changes.length === 0) return null;
  return (
    <Section level={3} title={title} className="mt-6">
      <ul className="grid gap-2">
        {changes.map(({ kind, name }) => (
          <li key={`${kind} ${name}`} className="flex flex-wrap items-center gap-3">
            <StatusTag tone={tones[kind]}>{t(`compare.${kind}`)}</StatusTag>
            {name}
          </li>
        ))}
      </ul>
    </Section>
  );
}

type ComparePageProps = {
  programme: ProgrammeDetail;
  from: number;
  to: number;
  difference: VersionDifference;
};

function ChooseVersions({ programme, from, to }: Omit<ComparePageProps, "difference">) {
  const t = useTranslations("programmes");
  const select = (name: string, label: string, chosen: number) => (
    <label className="grid gap-1 text-sm font-medium">
      {label}
      <select name={name} defaultValue={String(chosen)} className="control select-arrow font-normal">
        {programme.versions.map(({ number }) => (
          <option key={number} value={number}>
            {t("staff.versionNumber", { number })}
          </option>
        ))}
      </select>
    </label>
  );
  return (
    <form method="get" className="flex flex-wrap items-end gap-3">
      {select("from", t("compare.from"), from)}
      {select("to", t("compare.to"), to)}
      <Button type="submit" tone="secondary">
        {t("compare.show")}
      </Button>
    </form>
  );
}

/** What is different between two versions of a programme, field by field and word by word. */
export function ComparePage({ programme, from, to, difference }: ComparePageProps) {
  const t = useTranslations("programmes");
  const { fields, tracks, materials } = difference;
  const same = fields.length + tracks.length + materials.length === 0;
  return (
    <>
      <PageHeader
        crumbs={[
          { label: t("staff.title"), href: "/staff/programmes" },
          { label: programme.title, href: `/staff/programmes/${programme.id}` },
        ]}
        title={t("compare.title", { from, to })}
        lead={t("compare.lead")}
      />
      <ChooseVersions programme={programme} from={from} to={to} />
      <Section title={t("compare.differences")}>
        {same ? <Callout title={t("compare.same")}>{t("compare.sameLead")}</Callout> : null}
        <dl className="grid gap-6">
          {fields.map(({ field, before, after }) => (
            <div key={field} className="grid gap-1">
              <dt className="font-medium">{t(`compare.field.${field}`)}</dt>
              <dd>
                <DiffText before={before} after={after} />
              </dd>
            </div>
          ))}
        </dl>
        <Changes changes={tracks} title={t("tracks.heading")} />
        <Changes changes={materials} title={t("compare.materials")} />
      </Section>
    </>
  );
}
