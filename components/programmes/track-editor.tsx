import { useTranslations } from "next-intl";
import { ActionButton } from "@/components/ui/action-button";
import { SelectField } from "@/components/ui/select-field";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextAreaField, TextField } from "@/components/ui/text-field";
import { Audience } from "@/lib/db/generated/enums";
import { moveTrackAction, removeTrackAction } from "@/lib/programmes/actions";
import type { VersionDetail } from "@/lib/programmes/queries/get-version";
import { AddTrackFrame, EditTrackFrame } from "./form-frames";

type Track = VersionDetail["tracks"][number];

function TrackFields() {
  const t = useTranslations("programmes");
  return (
    <>
      <div className="grid gap-6 sm:grid-cols-2">
        <TextField name="name" label={t("tracks.name")} maxLength={120} />
        <SelectField
          name="audience"
          label={t("tracks.audience")}
          options={Object.values(Audience).map((value) => ({ value, label: t(`audience.${value}`) }))}
        />
      </div>
      <TextAreaField name="description" label={t("tracks.description")} rows={2} maxLength={1000} optional />
    </>
  );
}

function TrackDetails({ track, versionId }: { track: Track; versionId: string }) {
  const t = useTranslations("programmes");
  return (
    <details>
      <summary className="inline-flex min-h-9 items-center text-sm text-accent underline underline-offset-2">
        {t("tracks.edit", { name: track.name })}
      </summary>
      <EditTrackFrame
        fields={{ versionId, trackId: track.id }}
        defaultValues={{ name: track.name, audience: track.audience, description: track.description }}
        className="mt-3 max-w-form"
      >
        <TrackFields />
        <div>
          <SubmitButton size="small">{t("tracks.save")}</SubmitButton>
        </div>
      </EditTrackFrame>
    </details>
  );
}

function TrackRow({
  track,
  versionId,
  place,
  count,
}: {
  track: Track;
  versionId: string;
  place: number;
  count: number;
}) {
  const t = useTranslations("programmes");
  const fields = { versionId, trackId: track.id };
  return (
    <li className="grid gap-3 py-4">
      <div className="flex flex-wrap items-start justify-between gap-3">
        <div>
          <p className="font-medium">{track.name}</p>
          <p className="text-sm text-muted">{t(`audience.${track.audience}`)}</p>
        </div>
        <div className="flex flex-wrap gap-2">
          {place > 0 ? (
            <ActionButton
              action={moveTrackAction}
              fields={{ ...fields, direction: "up" }}
              tone="quiet"
              size="small"
              icon="sortUp"
            >
              {t("tracks.up")}
            </ActionButton>
          ) : null}
          {place < count - 1 ? (
            <ActionButton
              action={moveTrackAction}
              fields={{ ...fields, direction: "down" }}
              tone="quiet"
              size="small"
              icon="sortDown"
            >
              {t("tracks.down")}
            </ActionButton>
          ) : null}
          <ActionButton action={removeTrackAction} fields={fields} tone="quiet" size="small" icon="trash">
            {t("tracks.remove")}
          </ActionButton>
        </div>
      </div>
      <TrackDetails track={track} versionId={versionId} />
    </li>
  );
}

/** The tracks of a draft: added, changed, put in order, taken away. */
export function TrackEditor({ version }: { version: VersionDetail }) {
  const t = useTranslations("programmes");
  return (
    <div className="grid gap-6">
      {version.tracks.length > 0 ? (
        <ol className="max-w-form divide-y divide-line border-y border-line">
          {version.tracks.map((track, place) => (
            <TrackRow
              key={track.id}
              track={track}
              versionId={version.id}
              place={place}
              count={version.tracks.length}
            />
          ))}
        </ol>
      ) : (
        <p className="max-w-form text-muted">{t("tracks.none")}</p>
      )}
      <AddTrackFrame fields={{ versionId: version.id }} className="max-w-form rounded-lg bg-sunken p-5">
        <h3 className="text-lg">{t("tracks.addTitle")}</h3>
        <TrackFields />
        <div>
          <SubmitButton tone="secondary" icon="plus">
            {t("tracks.add")}
          </SubmitButton>
        </div>
      </AddTrackFrame>
    </div>
  );
}
