"use client";

import { useLocale, useTranslations } from "next-intl";
import { type DragEvent, useEffect, useId, useRef, useState } from "react";
import { formatNumber } from "@/lib/i18n/format";
import { IconButton } from "./button";
import { buttonClass } from "./button-style";
import { classNames } from "./class-names";
import { FieldError, FieldHint, type FieldProps, OptionalMark } from "./field-frame";
import { describedBy, useFieldState } from "./form-context";
import { Icon } from "./icon";

type FileDropProps = FieldProps & {
  /** As HTML's `accept`: ".pdf,.docx,image/png". The server decides by the file's content. */
  accept?: string;
  multiple?: boolean;
  /** Said in the hint and checked before sending, in megabytes. */
  maxMegabytes?: number;
  /** On a device held in the hand: a second button that opens its camera. */
  camera?: boolean;
};

const megabyte = 1024 * 1024;

/** The files in the native input, whether they were chosen or dragged there. */
function useChosenFiles(multiple: boolean) {
  const input = useRef<HTMLInputElement>(null);
  const [files, setFiles] = useState<File[]>([]);
  const [over, setOver] = useState(false);
  useEffect(() => {
    const form = input.current?.form;
    const empty = () => setFiles([]);
    form?.addEventListener("reset", empty);
    return () => form?.removeEventListener("reset", empty);
  }, []);

  function take(list: FileList | null) {
    setFiles([...(list ?? [])]);
  }
  function drop(event: DragEvent) {
    event.preventDefault();
    setOver(false);
    if (!input.current || event.dataTransfer.files.length === 0) return;
    const bag = new DataTransfer();
    for (const file of [...event.dataTransfer.files].slice(0, multiple ? undefined : 1)) bag.items.add(file);
    input.current.files = bag.files;
    take(bag.files);
  }
  /** What the camera took goes where a chosen file would be: the form has one file. */
  function photographed(camera: HTMLInputElement) {
    if (!input.current || !camera.files?.length) return;
    input.current.files = camera.files;
    camera.value = "";
    take(input.current.files);
  }
  function clear() {
    if (input.current) input.current.value = "";
    setFiles([]);
    input.current?.focus();
  }
  const zone = {
    onDragOver(event: DragEvent) {
      event.preventDefault();
      setOver(true);
    },
    onDragLeave: () => setOver(false),
    onDrop: drop,
  };
  return { input, files, take, photographed, clear, over, zone };
}

function ChosenFiles({ files, onClear }: { files: File[]; onClear: () => void }) {
  const t = useTranslations("ui");
  const locale = useLocale();
  return (
    <ul className="grid gap-1">
      {files.map((file, at) => (
        <li key={file.name} className="flex min-h-target items-center gap-2">
          <Icon name="file" className="text-muted" />
          <span className="min-w-0 grow truncate">{file.name}</span>
          <span className="text-sm text-muted">
            {file.size < megabyte / 10
              ? t("file.smallSize", { size: formatNumber(Math.ceil(file.size / 1024), locale) })
              : t("file.size", { size: formatNumber(file.size / megabyte, locale) })}
          </span>
          {at === files.length - 1 ? (
            <IconButton icon="trash" label={t("file.clear")} onClick={onClear} className="text-muted" />
          ) : null}
        </li>
      ))}
    </ul>
  );
}

/** Opens the camera of a phone or a tablet. Before scripts have loaded it is a file of the form like any other. */
function CameraButton({ name, onPhoto }: { name: string; onPhoto: (input: HTMLInputElement) => void }) {
  const t = useTranslations("ui");
  const id = useId();
  return (
    <span className="hidden pointer-coarse:inline-flex">
      <input
        type="file"
        id={id}
        name={name}
        accept="image/jpeg,image/png"
        capture="environment"
        aria-label={t("file.photograph")}
        onChange={(event) => onPhoto(event.currentTarget)}
        className="peer sr-only"
      />
      <label
        htmlFor={id}
        className={buttonClass(
          "secondary",
          "medium",
          "peer-focus-visible:outline-3 peer-focus-visible:outline-focus",
        )}
      >
        <Icon name="camera" />
        {t("file.photograph")}
      </label>
    </span>
  );
}

/** The sentences about files that are bigger than what may be sent. */
function useTooBig(files: readonly File[], maximum: number): string[] {
  const t = useTranslations("ui");
  return files
    .filter((file) => file.size > maximum * megabyte)
    .map((file) => t("file.tooBig", { name: file.name, maximum }));
}

/** A file by button, keyboard or dragging. It is a native file input: dragging is the extra, never the only way (WCAG 2.5.7). */
export function FileDrop({
  name,
  label,
  hint,
  optional,
  className,
  maxMegabytes = 10,
  camera,
  ...kind
}: FileDropProps) {
  const t = useTranslations("ui");
  const field = useFieldState(name);
  const { input, files, take, photographed, clear, over, zone } = useChosenFiles(Boolean(kind.multiple));
  const tooBig = useTooBig(files, maxMegabytes);
  const errors = tooBig.length > 0 ? tooBig : field.errors;
  return (
    <div className={classNames("grid gap-1.5", className)}>
      <label htmlFor={field.id} className="font-medium">
        {label}
        {optional ? <OptionalMark /> : null}
      </label>
      <FieldHint id={field.hintId}>
        {hint} {t("file.limit", { maximum: maxMegabytes })}
      </FieldHint>
      <FieldError id={field.errorId} errors={errors} />
      {/* Dragging is for the mouse; the file input inside does the same by keyboard. */}
      <div
        {...zone}
        className={classNames(
          "relative grid gap-3 rounded-lg border border-dashed p-4 transition-colors",
          over ? "border-accent bg-accent-soft" : "border-line-strong bg-surface",
        )}
      >
        <input
          ref={input}
          type="file"
          id={field.id}
          name={name}
          {...kind}
          required={!optional}
          data-too-big={tooBig.length > 0 || undefined}
          onChange={(event) => take(event.target.files)}
          aria-invalid={errors.length > 0 || undefined}
          aria-describedby={describedBy({ ...field, errors }, true)}
          className="peer sr-only"
        />
        <div className="flex flex-wrap items-center gap-3 rounded peer-focus-visible:outline-3 peer-focus-visible:outline-offset-4 peer-focus-visible:outline-focus">
          <label htmlFor={field.id} className={buttonClass("secondary")}>
            <Icon name="upload" />
            {t("file.choose", { count: kind.multiple ? 2 : 1 })}
          </label>
          {camera ? <CameraButton name={name} onPhoto={photographed} /> : null}
          {files.length === 0 ? <span className="text-muted">{t("file.none")}</span> : null}
        </div>
        {files.length > 0 ? <ChosenFiles files={files} onClear={clear} /> : null}
      </div>
    </div>
  );
}
