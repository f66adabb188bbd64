"use client";

import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { attachFileAction } from "@/lib/observations/file-actions";
import type { DeviceFile } from "./device-store";
import { type DeviceFiles, useDeviceFiles } from "./use-device-files";

/** What the picture looks like, from the device itself; a sign for what is no picture. */
function Preview({ file }: { file: File }) {
  const [address, setAddress] = useState<string | null>(null);
  useEffect(() => {
    if (!file.type.startsWith("image/")) return;
    const made = URL.createObjectURL(file);
    setAddress(made);
    return () => URL.revokeObjectURL(made);
  }, [file]);
  const look = "size-16 shrink-0 rounded bg-sunken object-cover";
  if (!address)
    return (
      <span className={`grid place-items-center text-muted ${look}`}>
        <Icon name="file" />
      </span>
    );
  // The words beside it say what it shows.
  // biome-ignore lint/performance/noImgElement: a picture of this device
  return <img src={address} alt="" className={look} />;
}

function WaitingFile({ file, files }: { file: DeviceFile; files: DeviceFiles }) {
  const t = useTranslations("observations.files");
  const { sender, sending } = files;
  return (
    <li className="flex items-start gap-3 border-t border-line py-3 first:border-0">
      <Preview file={file.file} />
      <div className="grid min-w-0 flex-1 gap-1">
        <p className="wrap-anywhere">{file.caption}</p>
        <p className={`text-sm ${file.refused ? "text-danger" : "text-warning"}`}>
          {file.refused
            ? t("refused", { reason: file.refused })
            : t(sending === file.id ? "sending" : "waits")}
        </p>
        <div className="flex flex-wrap gap-2">
          {file.refused ? (
            <Button tone="secondary" size="small" onClick={() => sender.again(file.id)}>
              {t("again")}
            </Button>
          ) : null}
          {sending === file.id ? null : (
            <Button tone="quiet" size="small" icon="trash" onClick={() => sender.forget(file.id)}>
              {t("forget")}
            </Button>
          )}
        </div>
      </div>
    </li>
  );
}

/** The files that are on this device and not on the server yet. */
export function WaitingList({ files }: { files: DeviceFiles }) {
  return (
    <div role="status">
      {files.waiting.length > 0 ? (
        <ul>
          {files.waiting.map((file) => (
            <WaitingFile key={file.id} file={file} files={files} />
          ))}
        </ul>
      ) : null}
    </div>
  );
}

/** Beside an observation that is read: sends what this device still has of it, and says so. Nothing where it has nothing. */
export function LeftOnDevice({ person, observationId }: { person: string; observationId: string }) {
  const files = useDeviceFiles(person, observationId, attachFileAction);
  return <WaitingList files={files} />;
}
