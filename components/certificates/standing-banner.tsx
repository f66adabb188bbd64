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
  const { standing, payload, revoked, successorId } = certificate;
  const { tone, icon } = standingLooks[standing];
  const body = certificate.certifyingBody.now?.shortName ?? payload.certifyingBody.shortName;
  const until = payload.validUntilOn ? formatDate(noon(payload.validUntilOn), locale) : "";
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
        {revoked ? (
          <div className="mt-2 max-w-prose border-s-4 border-danger ps-4">
            <p className="font-semibold">{t("revokedOn", { date: formatDate(revoked.at, locale) })}</p>
            <p>
              {t("reason")}: {revoked.publicReason}
            </p>
          </div>
        ) : null}
        {successorId ? (
          <p>
            <LinkButton tone="secondary" href={`/verify/${successorId}`}>
              {t("toSuccessor")}
            </LinkButton>
          </p>
        ) : null}
      </div>
    </div>
  );
}
