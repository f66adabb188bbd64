"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { bothTexts, type DraftFields, isChoice } from "@/lib/observations/rules/draft-merge";
import type { DraftConflict } from "./draft-saver";

type ConflictPanelProps = {
  /** Its `theirs` is null while the saved text is being fetched. */
  conflict: DraftConflict;
  /** What a field is called, and what a value of it reads like. */
  labelOf: (name: string) => string;
  wordsOf: (name: string, value: string) => string;
  onResolve: (chosen: DraftFields) => void;
};

type ChoiceProps = {
  name: string;
  base: string;
  mine: string;
  theirs: string;
  label: string;
  words: (value: string) => string;
  choose: (value: string) => void;
};

function Side({ title, words }: { title: string; words: string }) {
  const t = useTranslations("observations.conflict");
  return (
    <div className="grid content-start gap-1 rounded bg-surface p-3">
      <p className="text-sm font-medium text-muted">{title}</p>
      <p className="max-h-64 overflow-y-auto whitespace-pre-line">{words || t("empty")}</p>
    </div>
  );
}

function Choice({ name, base, mine, theirs, label, words, choose }: ChoiceProps) {
  const t = useTranslations("observations.conflict");
  return (
    <fieldset className="grid min-w-0 gap-2">
      <legend className="mb-1.5 font-medium">{label}</legend>
      <div className="grid gap-2 sm:grid-cols-2">
        <Side title={t("mine")} words={words(mine)} />
        <Side title={t("theirs")} words={words(theirs)} />
      </div>
      <div className="flex flex-wrap gap-2">
        <Button tone="secondary" onClick={() => choose(mine)}>
          {t("keepMine")}
        </Button>
        <Button tone="secondary" onClick={() => choose(theirs)}>
          {t("takeTheirs")}
        </Button>
        {isChoice(name) ? null : (
          <Button tone="secondary" onClick={() => choose(bothTexts(base, theirs, mine))}>
            {t("both")}
          </Button>
        )}
      </div>
    </fieldset>
  );
}

/** Two texts of one draft, side by side, field by field: the person chooses, and nothing is thrown away unseen. */
export function ConflictPanel({ conflict, labelOf, wordsOf, onResolve }: ConflictPanelProps) {
  const t = useTranslations("observations.conflict");
  const panel = useRef<HTMLDivElement>(null);
  const [chosen, setChosen] = useState<DraftFields>({});
  useEffect(() => panel.current?.focus(), []);
  const { mine, theirs, base, clashes } = conflict;
  const open = clashes.filter((name) => !(name in chosen));

  function choose(name: string, value: string) {
    const next = { ...chosen, [name]: value };
    setChosen(next);
    // What only one of the two changed has been brought together already.
    if (clashes.every((each) => each in next)) onResolve(next);
  }
  return (
    <div ref={panel} role="alert" tabIndex={-1}>
      <Callout tone="warning" title={t("title")}>
        <div className="grid gap-5">
          <p>{theirs ? t("lead") : t("loading")}</p>
          {theirs
            ? open.map((name) => (
                <Choice
                  key={name}
                  name={name}
                  base={base[name] ?? ""}
                  mine={mine[name] ?? ""}
                  theirs={theirs.fields[name] ?? ""}
                  label={labelOf(name)}
                  words={(value) => wordsOf(name, value)}
                  choose={(value) => choose(name, value)}
                />
              ))
            : null}
        </div>
      </Callout>
    </div>
  );
}
