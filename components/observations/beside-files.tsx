import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Icon } from "@/components/ui/icon";
import { formatNumber } from "@/lib/i18n/format";
import type { BesideFile } from "@/lib/observations/facts/beside-files";

const megabyte = 1024 * 1024;

/** A picture or the sign of a file, what it shows, and the way to the file itself. `action` is what can be done with it. */
function Beside({ file, action }: { file: BesideFile; action?: ReactNode }) {
  const t = useTranslations("observations.files");
  const locale = useLocale();
  const address = `/api/files/${file.id}`;
  const size = formatNumber(Math.max(0.1, file.size / megabyte), locale);
  return (
    <li className="flex items-start gap-4 border-t border-line py-3 first:border-0">
      {file.mediaType.startsWith("image/") ? (
        // biome-ignore lint/performance/noImgElement: the optimiser is off, and the picture is for its readers only
        <img
          src={address}
          alt={file.caption}
          loading="lazy"
          className="size-24 shrink-0 rounded bg-sunken object-cover sm:size-32"
        />
      ) : (
        <span className="grid size-24 shrink-0 place-items-center rounded bg-sunken text-muted sm:size-32">
          <Icon name="file" className="size-8" />
        </span>
      )}
      <div className="grid min-w-0 flex-1 justify-items-start gap-1">
        <p className="max-w-prose wrap-anywhere">{file.caption}</p>
        <a href={address} download className="wrap-anywhere">
          {t("download", { name: file.name, size })}
        </a>
        {action}
      </div>
    </li>
  );
}

type BesideFilesProps = {
  files: readonly BesideFile[];
  /** What can be done with one, under it. */
  actionOf?: (file: BesideFile) => ReactNode;
};

/** The photos and files beside what was seen; nothing where there are none. */
export function BesideFiles({ files, actionOf }: BesideFilesProps) {
  if (files.length === 0) return null;
  return (
    <ul>
      {files.map((file) => (
        <Beside key={file.id} file={file} action={actionOf?.(file)} />
      ))}
    </ul>
  );
}
