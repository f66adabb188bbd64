import Link from "next/link";
import { useTranslations } from "next-intl";
import { Button } from "./button";
import { classNames } from "./class-names";
import { firstParam, type SearchParams } from "./search-params";
import type { Option } from "./select-field";

export type Filter = { name: string; label: string } & (
  | { kind: "search" }
  | { kind: "choice"; options: Option[]; all: string }
);

function FilterField({ filter, value, wide }: { filter: Filter; value: string | undefined; wide: boolean }) {
  return (
    // biome-ignore lint/a11y/noLabelWithoutControl: the control is inside, one of two kinds
    <label
      className={classNames(
        "grid min-w-0 gap-1 text-sm font-medium sm:max-w-64 sm:min-w-40",
        wide && "max-sm:col-span-2",
        filter.kind === "search" && "sm:w-40",
      )}
    >
      {filter.label}
      {filter.kind === "search" ? (
        <input type="search" name={filter.name} defaultValue={value} className="control font-normal" />
      ) : (
        <select name={filter.name} defaultValue={value ?? ""} className="control select-arrow font-normal">
          <option value="">{filter.all}</option>
          {filter.options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      )}
    </label>
  );
}

/** Filters of a list as a plain GET form: what is chosen is in the address, and the first page follows a new choice. */
export function FilterBar({
  path,
  params,
  filters,
  label,
  keep = [],
}: {
  path: string;
  params: SearchParams;
  filters: Filter[];
  label: string;
  /** Parameters that are no filters and stay in the address. */
  keep?: readonly string[];
}) {
  const t = useTranslations("ui");
  const active = filters.some((filter) => firstParam(params, filter.name));
  const kept = ["sort", ...keep].flatMap((name) =>
    [params[name] ?? []].flat().map((value): [string, string] => [name, value]),
  );
  // One choice gets the room beside the button, or a line of its own: its words are cut off in half a phone's width.
  const oneChoice = filters.filter(({ kind }) => kind === "choice").length === 1;
  const beside = oneChoice && filters.at(-1)?.kind === "choice";
  const cleared = new URLSearchParams(kept).toString();
  return (
    <search aria-label={label} className="mb-5">
      <form
        action={path}
        method="get"
        className={classNames(
          "grid items-end gap-3 sm:flex sm:flex-wrap",
          beside ? "grid-cols-[minmax(0,1fr)_auto]" : "grid-cols-2",
        )}
      >
        {kept.map(([name, value]) => (
          <input key={`${name} ${value}`} type="hidden" name={name} value={value} />
        ))}
        {filters.map((filter) => (
          <FilterField
            key={filter.name}
            filter={filter}
            value={firstParam(params, filter.name)}
            wide={filter.kind === "search" || (oneChoice && !beside)}
          />
        ))}
        <Button type="submit" tone="secondary" icon="filter">
          {t("filter.apply")}
        </Button>
        {active ? (
          <Link
            href={cleared ? `${path}?${cleared}` : path}
            className="inline-flex min-h-target items-center px-1"
          >
            {t("filter.clear")}
          </Link>
        ) : null}
      </form>
    </search>
  );
}
