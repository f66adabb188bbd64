import { useTranslations } from "next-intl";
import { DescriptionList } from "@/components/ui/description-list";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { ProseText } from "@/components/ui/prose-text";
import { Section } from "@/components/ui/section";
import type { Achievement } from "@/lib/badges/queries/get-achievement";
import { achievementUrl } from "@/lib/badges/rules/addresses";

type Props = { achievement: Achievement };

const dataPath = ({ frameworkVersionId }: Achievement) => `/api/badges/achievements/${frameworkVersionId}`;

/** The criteria in the scheme's order. Each has its code as anchor: credentials point there. */
function Criteria({ achievement: { criteria, language } }: Props) {
  const t = useTranslations("badges.achievement");
  return (
    <Section title={t("criteria")} lead={t("criteriaLead")}>
      <ol className="grid gap-6" lang={language}>
        {criteria.map(({ code, name, description }) => (
          <li
            key={code}
            id={code}
            className="grid scroll-mt-24 gap-x-6 gap-y-1 border-t border-line pt-4 sm:grid-cols-[4rem_1fr]"
          >
            <p className="font-semibold text-accent">{code}</p>
            <div className="grid gap-1">
              <h3 className="text-lg">{name}</h3>
              <ProseText text={description} />
            </div>
          </li>
        ))}
      </ol>
    </Section>
  );
}

function Facts({ achievement }: Props) {
  const t = useTranslations("badges.achievement");
  const address = achievementUrl(achievement.publicUrl, achievement.frameworkVersionId);
  return (
    <Section title={t("facts")}>
      <DescriptionList
        items={[
          { term: t("kind"), detail: t("kindCertification") },
          { term: t("creator"), detail: achievement.creator.name },
          { term: t("language"), detail: t(`languages.${achievement.language}`) },
          { term: t("identifier"), detail: <span className="break-all">{address}</span> },
        ]}
      />
      <p>
        {t("machinesText")}{" "}
        <a href={dataPath(achievement)} type="application/ld+json">
          {t("machinesLink")}
        </a>
      </p>
      <div>
        <LinkButton href="/verify" tone="secondary">
          {t("check")}
        </LinkButton>
      </div>
    </Section>
  );
}

/** What a version of a scheme certifies. Credentials lead here: the address of the page is the achievement's id. */
export function AchievementPage({ achievement }: Props) {
  const t = useTranslations("badges.achievement");
  const { title, scope, creator, language, version } = achievement;
  return (
    <>
      <div className="grid items-start gap-x-12 gap-y-6 md:grid-cols-[1fr_14rem]">
        {/* biome-ignore lint/performance/noImgElement: the optimiser is off, and this is a vector picture of our own */}
        <img
          src={`${dataPath(achievement)}/image.svg`}
          alt={t("imageAlt", { title, body: creator.shortName })}
          width={224}
          height={224}
          className="max-md:size-32 md:col-start-2"
        />
        <div className="md:col-start-1 md:row-start-1">
          <PageHeader
            kicker={t("kicker")}
            title={<span lang={language}>{title}</span>}
            lead={<span lang={language}>{scope}</span>}
            meta={<p className="text-muted">{t("version", { number: version })}</p>}
          />
        </div>
      </div>
      <Criteria achievement={achievement} />
      <Facts achievement={achievement} />
    </>
  );
}
