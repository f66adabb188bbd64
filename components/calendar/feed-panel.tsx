import { useLocale, useTranslations } from "next-intl";
import { CopyAddress } from "@/components/certificates/copy-address";
import { ActionButton } from "@/components/ui/action-button";
import { Callout } from "@/components/ui/callout";
import { LinkButton } from "@/components/ui/link-button";
import { Card, Section } from "@/components/ui/section";
import { makeFeedAction, revokeFeedAction } from "@/lib/calendar/actions";
import type { MyFeed } from "@/lib/calendar/queries/get-my-feed";
import { formatDateTime } from "@/lib/i18n/format";

type Props = { feed: MyFeed | null; publicUrl: string };

function FeedAddress({ address }: { address: string }) {
  const t = useTranslations("calendar");
  return (
    <div className="grid gap-3">
      <p className="font-medium" id="feed-address">
        {t("feed.address")}
      </p>
      <p className="rounded bg-sunken p-3 font-mono text-sm break-all" data-feed-address="">
        {address}
      </p>
      <div className="flex flex-wrap gap-3" data-noprint="">
        <LinkButton href={address.replace(/^https?:/, "webcal:")} icon="calendar" native>
          {t("feed.subscribe")}
        </LinkButton>
        <CopyAddress address={address} label={t("feed.copy")} done={t("feed.copied")} />
      </div>
    </div>
  );
}

/** The address of one's own calendar: made, shown, copied, replaced and ended here. */
export function FeedPanel({ feed, publicUrl }: Props) {
  const t = useTranslations("calendar");
  const locale = useLocale();
  if (!feed)
    return (
      <Section title={t("feed.title")} lead={t("feed.lead")}>
        <ActionButton action={makeFeedAction} tone="primary" icon="calendar">
          {t("feed.make")}
        </ActionButton>
      </Section>
    );
  const read = feed.lastReadAt
    ? t("feed.lastRead", { when: formatDateTime(feed.lastReadAt, locale) })
    : t("feed.neverRead");
  return (
    <Section title={t("feed.title")} lead={t("feed.lead")}>
      <Card className="grid gap-5">
        {feed.token ? (
          <FeedAddress address={`${publicUrl}/api/calendar/feeds/${feed.token}.ics`} />
        ) : (
          <Callout tone="info">{t("feed.hidden")}</Callout>
        )}
        <p className="text-sm text-muted">
          {t("feed.since", { when: formatDateTime(feed.createdAt, locale) })} {read}
        </p>
        <p className="text-sm">{t("feed.secret")}</p>
        <div className="flex flex-wrap gap-3">
          <ActionButton
            action={makeFeedAction}
            icon="refresh"
            confirm={{
              title: t("feed.renewTitle"),
              consequences: t("feed.renewText"),
              confirmLabel: t("feed.renew"),
            }}
          >
            {t("feed.renew")}
          </ActionButton>
          <ActionButton
            action={revokeFeedAction}
            tone="danger"
            confirm={{
              title: t("feed.revokeTitle"),
              consequences: t("feed.revokeText"),
              confirmLabel: t("feed.revoke"),
            }}
          >
            {t("feed.revoke")}
          </ActionButton>
        </div>
      </Card>
    </Section>
  );
}
