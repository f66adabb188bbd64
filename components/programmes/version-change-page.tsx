import { useTranslations } from "next-intl";
import { ActionButton } from "@/components/ui/action-button";
import { Callout } from "@/components/ui/callout";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { Section } from "@/components/ui/section";
import { publishVersionAction, retireVersionAction } from "@/lib/programmes/actions";
import type { VersionDetail } from "@/lib/programmes/queries/get-version";
import { decidePublishing } from "@/lib/programmes/rules/publishing";
import { PublishingChecklist } from "./version-page";

function Consequences({ items }: { items: readonly string[] }) {
  return (
    <ul className="grid max-w-prose list-disc gap-2 ps-5">
      {items.map((item) => (
        <li key={item}>{item}</li>
      ))}
    </ul>
  );
}

/** Publishing, with its checklist and what follows from it, before it is done. */
export function PublishPage({ version }: { version: VersionDetail }) {
  const t = useTranslations("programmes");
  const back = `/staff/programmes/${version.programmeId}/versions/${version.id}`;
  const ready = decidePublishing({ ...version, tracks: version.tracks.length }).ok;
  const { publishedNow } = version;
  const consequences = [
    t("publish.consequence.frozen"),
    t("publish.consequence.visible"),
    ...(publishedNow
      ? [t("publish.consequence.retires", { number: publishedNow.number, cohorts: publishedNow.cohorts })]
      : []),
    ...(version.framework?.state === "approved" ? [t("publish.consequence.framework")] : []),
  ];
  return (
    <>
      <PageHeader
        crumbs={[
          { label: t("staff.versionOf", { title: version.title, number: version.number }), href: back },
        ]}
        title={t("publish.title", { title: version.title })}
      />
      <Section title={t("publish.checklist")}>
        <PublishingChecklist version={version} />
      </Section>
      <Section title={t("publish.consequences")}>
        <Consequences items={consequences} />
        {ready ? (
          <div className="flex flex-wrap gap-3 pt-2">
            <ActionButton
              action={publishVersionAction}
              fields={{ versionId: version.id, version: version.version }}
              tone="primary"
            >
              {t("publish.submit")}
            </ActionButton>
            <LinkButton href={back} tone="quiet">
              {t("publish.back")}
            </LinkButton>
          </div>
        ) : (
          <Callout
            tone="warning"
            title={t("publish.notReady")}
            actions={<LinkButton href={back}>{t("publish.back")}</LinkButton>}
          />
        )}
      </Section>
    </>
  );
}

/** Retiring a published version, with what follows from it. */
export function RetirePage({ version }: { version: VersionDetail }) {
  const t = useTranslations("programmes");
  const back = `/staff/programmes/${version.programmeId}/versions/${version.id}`;
  return (
    <>
      <PageHeader
        crumbs={[
          { label: t("staff.versionOf", { title: version.title, number: version.number }), href: back },
        ]}
        title={t("retire.question", { title: version.title, number: version.number })}
      />
      <Section title={t("publish.consequences")}>
        <Consequences
          items={[
            t("retire.consequence.noNew"),
            t("retire.consequence.cohorts", { count: version.liveCohorts }),
            t("retire.consequence.final"),
          ]}
        />
        <div className="flex flex-wrap gap-3 pt-2">
          <ActionButton
            action={retireVersionAction}
            fields={{ versionId: version.id, version: version.version }}
            tone="danger"
          >
            {t("retire.submit")}
          </ActionButton>
          <LinkButton href={back} tone="quiet">
            {t("publish.back")}
          </LinkButton>
        </div>
      </Section>
    </>
  );
}
