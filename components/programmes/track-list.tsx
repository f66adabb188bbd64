import { useTranslations } from "next-intl";
import { ProseText } from "@/components/ui/prose-text";
import { Section } from "@/components/ui/section";
import type { Audience, Locale } from "@/lib/db/generated/enums";

type TrackListProps = {
  tracks: readonly { id: string; audience: Audience; name: string; description: string }[];
  language: Locale;
};

/** The ways through a programme; nothing where there is only one and it needs no explaining. */
export function TrackList({ tracks, language }: TrackListProps) {
  const t = useTranslations("programmes");
  if (tracks.length === 0) return null;
  return (
    <Section title={t("page.tracks", { count: tracks.length })}>
      <ul className="grid gap-4 sm:grid-cols-2">
        {tracks.map((track) => (
          <li key={track.id} className="grid content-start gap-1 rounded-lg bg-sunken p-4">
            <p className="text-sm text-muted">{t(`audience.${track.audience}`)}</p>
            <h3 className="text-lg" lang={language}>
              {track.name}
            </h3>
            {track.description ? (
              <div lang={language}>
                <ProseText text={track.description} />
              </div>
            ) : null}
          </li>
        ))}
      </ul>
    </Section>
  );
}
