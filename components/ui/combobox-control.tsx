"use client";

import { useTranslations } from "next-intl";
import { type KeyboardEvent, useEffect, useId, useRef, useState } from "react";
import { classNames } from "./class-names";
import { Icon } from "./icon";
import type { Option } from "./select-field";
import { textMatches } from "./text-match";

type ComboboxControlProps = {
  id: string;
  /** Name of the list of suggestions. */
  label: string;
  describedBy: string | undefined;
  options: Option[];
  value: string;
  onPick: (value: string) => void;
  onLeave: () => void;
  required: boolean;
  invalid: boolean;
};

/** More suggestions than this are no help; a few more letters are. */
const shownAtMost = 60;

function labelOf(options: Option[], value: string): string {
  return options.find((option) => option.value === value)?.label ?? "";
}

/** What is written, which suggestions it leaves, and which of them is pointed at. */
function useSuggestions({
  options,
  value,
  onPick,
}: Pick<ComboboxControlProps, "options" | "value" | "onPick">) {
  const [text, setText] = useState(labelOf(options, value));
  const [searching, setSearching] = useState(false);
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState(-1);
  const found = options
    .filter((option) => !option.disabled && (!searching || textMatches(option.label, text)))
    .slice(0, shownAtMost);

  useEffect(() => setText(labelOf(options, value)), [options, value]);

  function close() {
    setOpen(false);
    setSearching(false);
    setActive(-1);
  }
  return {
    text,
    open,
    active,
    found,
    show: () => setOpen(true),
    write(next: string) {
      setText(next);
      setSearching(true);
      setOpen(true);
      setActive(-1);
    },
    move(step: 1 | -1) {
      if (!open) setOpen(true);
      if (found.length > 0)
        setActive(
          (present) => (present + step + (step < 0 && present < 0 ? 1 : 0) + found.length) % found.length,
        );
    },
    pick(option: Option) {
      setText(option.label);
      if (option.value !== value) onPick(option.value);
      close();
    },
    /** Leaving: an empty field is no choice, a name written in full is one, anything else goes back to what was chosen. */
    settle() {
      const exact = options.find((option) => option.label.toLowerCase() === text.trim().toLowerCase());
      const next = text.trim() === "" ? "" : (exact?.value ?? value);
      setText(labelOf(options, next));
      if (next !== value) onPick(next);
      close();
    },
    cancel() {
      setText(labelOf(options, value));
      close();
    },
  };
}

type SuggestionsProps = {
  id: string;
  label: string;
  found: Option[];
  active: number;
  value: string;
  onPick: (option: Option) => void;
};

function Suggestions({ id, label, found, active, value, onPick }: SuggestionsProps) {
  const t = useTranslations("ui");
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (active >= 0) list.current?.children[active]?.scrollIntoView({ block: "nearest" });
  }, [active]);
  return (
    <div className="absolute inset-x-0 top-full z-30 mt-1 rounded-lg border border-line bg-surface p-1 shadow-overlay">
      {found.length === 0 ? (
        <p className="px-3 py-2.5 text-muted">{t("combobox.none")}</p>
      ) : (
        <div
          ref={list}
          id={id}
          role="listbox"
          aria-label={label}
          className="max-h-72 overflow-y-auto overscroll-contain"
        >
          {found.map((option, index) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the input has the focus and the keys
            <div
              key={option.value}
              id={`${id}-${index}`}
              role="option"
              tabIndex={-1}
              aria-selected={option.value === value}
              onPointerDown={(event) => event.preventDefault()}
              onClick={() => onPick(option)}
              className={classNames(
                "flex min-h-target cursor-pointer flex-col justify-center rounded px-3 py-1.5 hover:bg-sunken aria-selected:font-semibold",
                index === active && "bg-accent-soft outline-2 -outline-offset-2 outline-focus",
              )}
            >
              {option.label}
              {option.hint ? <span className="text-sm font-normal text-muted">{option.hint}</span> : null}
            </div>
          ))}
        </div>
      )}
    </div>
  );
}

/**
 * The searchable list behind ComboboxField: the combobox pattern of WAI-ARIA 1.2 with the list beside its input. (React Aria's
 * hides the rest of the page from assistive technology while the list is open, with the focusable elements in it.)
 */
export function ComboboxControl({ id, label, onLeave, ...props }: ComboboxControlProps) {
  const t = useTranslations("ui");
  const listId = useId();
  const { text, open, active, found, ...act } = useSuggestions(props);

  function press(event: KeyboardEvent) {
    const pointed = found[active];
    if (event.key === "ArrowDown") act.move(1);
    else if (event.key === "ArrowUp") act.move(-1);
    else if (event.key === "Enter" && open && pointed) act.pick(pointed);
    else if (event.key === "Escape" && open) act.cancel();
    else return;
    event.preventDefault();
  }
  return (
    <div className="relative">
      <input
        id={id}
        type="text"
        role="combobox"
        aria-expanded={open}
        aria-controls={open && found.length > 0 ? listId : undefined}
        aria-autocomplete="list"
        aria-activedescendant={active >= 0 ? `${listId}-${active}` : undefined}
        aria-describedby={props.describedBy}
        aria-invalid={props.invalid || undefined}
        aria-required={props.required || undefined}
        autoComplete="off"
        spellCheck={false}
        placeholder={t("combobox.placeholder")}
        value={text}
        onChange={(event) => act.write(event.target.value)}
        onClick={act.show}
        onKeyDown={press}
        onBlur={() => {
          act.settle();
          onLeave();
        }}
        className="control pe-11"
      />
      <Icon name="chevronDown" className="pointer-events-none absolute end-3 top-3 text-muted" />
      <span role="status" className="sr-only">
        {open ? t("combobox.count", { count: found.length }) : ""}
      </span>
      {open ? (
        <Suggestions
          id={listId}
          label={label}
          found={found}
          active={active}
          value={props.value}
          onPick={act.pick}
        />
      ) : null}
    </div>
  );
}
