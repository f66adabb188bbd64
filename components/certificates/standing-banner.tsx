import { useLocale, useTranslations } from "next-intl";
import { classNames } from "@/components/ui/class-names";
import { Icon } from "@/components/ui/icon";
import { LinkButton } from "@/components/ui/link-button";
import { toneFill, toneText } from "@/components/ui/status-tag";
import type { VerifiedCertificate } from "@/lib/certificates/rules/verified";
import { formatDate } from "@/lib/i18n/format";
import { standingLooks } from "./standing-look";

const noon = (day: string) => new Date(`${day}T12:00:00Z`);

/**
 * The answer to "is it genuine and valid today?", at a glance: a sentence in large type, an icon of its own shape, a colour.
 * The text is ink on a pale ground, which is above 7:1 in both themes (design/interface.md).
 */
export function StandingBanner({ certificate, now }: { certificate: VerifiedCertificate; now: Date }) {
  const t = useTranslations("certificates.verify");
  const locale = useLocale();
  const { standing, revoked, suspended, successor } = certificate;
  const { tone, icon } = standingLooks[standing];
  const body = certificate.certifyingBody.now?.shortName ?? certificate.certifyingBody.shortName;
  const until = certificate.validUntilOn ? formatDate(noon(certificate.validUntilOn), locale) : "";
  const because = revoked ?? suspended;
  return (
    <div className={classNames("flex flex-wrap gap-x-6 gap-y-4 rounded-xl p-6 sm:p-8", toneFill[tone])}>
      <span
        className={classNames(
          "grid size-16 shrink-0 place-items-center rounded-full bg-surface text-3xl sm:size-20 sm:text-4xl",
          toneText[tone],
        )}
      >
        <Icon name={icon} />
      </span>
      <div className="grid min-w-60 flex-1 content-center gap-2 text-ink">
        <h1 className="text-2xl sm:text-3xl">{t(`headline.${standing}`)}</h1>
        <p className="max-w-prose text-lg">
          {t(`sentence.${standing}`, { body, until, date: formatDate(now, locale) })}
        </p>
        {because ? (
          <div
            className={classNames(
              "mt-2 max-w-prose border-s-4 ps-4",
              revoked ? "border-danger" : "border-warning",
            )}
          >
            <p className="font-semibold">
              {t(revoked ? "revokedOn" : "suspendedOn", { date: formatDate(because.at, locale) })}
            </p>
            <p>
              {t("reason")}: {because.publicReason}
            </p>
          </div>
        ) : null}
        {successor ? (
          <div className="grid gap-2">
            <p>{t(`succession.${successor.succession}`)}</p>
            <p>
              <LinkButton tone="secondary" href={`/verify/${successor.publicId}`}>
                {t("toSuccessor")}
              </LinkButton>
            </p>
          </div>
        ) : null}
      </div>
    </div>
  );
}
