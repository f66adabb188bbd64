import { classNames } from "./class-names";

/** The first letters of the first and last part of a name: "Anne-Mette Østergaard Holm" → "AH". Empty for an empty name. */
function initialsOf(name: string): string {
  const parts = name.trim().split(/\s+/).filter(Boolean);
  const first = parts[0] ?? "";
  const last = parts.length > 1 ? (parts.at(-1) ?? "") : "";
  return `${[...first][0] ?? ""}${[...last][0] ?? ""}`.toUpperCase();
}

/** Initials beside a written name: drawn, not text, since screen readers and voice control have the name itself. */
export function Avatar({ name, className }: { name: string; className?: string }) {
  return (
    <span
      aria-hidden="true"
      data-initials={initialsOf(name)}
      className={classNames(
        "inline-grid size-9 shrink-0 place-items-center rounded-full bg-accent-soft text-sm font-semibold text-accent before:content-[attr(data-initials)]",
        className,
      )}
    />
  );
}
