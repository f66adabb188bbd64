import { type Area, areas } from "./areas";
import type { Locale } from "./locales";

type MessageTree = { [key: string]: string | MessageTree };
export type MessagesByArea = Record<Area, MessageTree>;

const loaded = new Map<Locale, Promise<MessagesByArea>>();

async function readAll(locale: Locale): Promise<MessagesByArea> {
  const entries = await Promise.all(
    areas.map(async (area) => {
      const file: { default: MessageTree } = await import(`./messages/${locale}/${area}.json`);
      return [area, file.default] as const;
    }),
  );
  return Object.fromEntries(entries) as MessagesByArea;
}

/** All texts of one language by namespace. Read once per process in production; afresh in development, where they change. */
export function loadMessages(locale: Locale): Promise<MessagesByArea> {
  if (process.env.NODE_ENV === "development") return readAll(locale);
  const known = loaded.get(locale);
  if (known) return known;
  const reading = readAll(locale);
  loaded.set(locale, reading);
  return reading;
}
