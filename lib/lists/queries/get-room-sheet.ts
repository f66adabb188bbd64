import "server-only";
import type { Acting } from "@/lib/auth/acting";
import { database } from "@/lib/db/client";
import type { Locale } from "@/lib/db/generated/enums";
import { translatorFor } from "@/lib/i18n/translator";
import { listOwnProviders } from "@/lib/programmes/queries/list-own-providers";
import type { Sheet } from "@/lib/spreadsheet/sheet";

/** The rooms that the own providers can book, by provider, city and building. A building without rooms has a row of its own. */
export async function getRoomSheet(acting: Acting, locale: Locale, now: Date): Promise<Sheet> {
  const [providers, t] = await Promise.all([listOwnProviders(acting, now), translatorFor(locale, "lists")]);
  const venues = await database().venue.findMany({
    where: { providerId: { in: providers.map(({ id }) => id) } },
    orderBy: [{ city: "asc" }, { name: "asc" }, { id: "asc" }],
    select: {
      providerId: true,
      name: true,
      address: true,
      city: true,
      rooms: { select: { name: true }, orderBy: { name: "asc" } },
    },
  });
  return {
    name: t("rooms.name"),
    columns: [
      { header: t("column.provider") },
      { header: t("column.building") },
      { header: t("column.address") },
      { header: t("column.city") },
      { header: t("column.room") },
    ],
    rows: providers.flatMap((provider) =>
      venues
        .filter(({ providerId }) => providerId === provider.id)
        .flatMap(({ name, address, city, rooms }) =>
          (rooms.length > 0 ? rooms : [{ name: null }]).map((room) => [
            provider.name,
            name,
            address,
            city,
            room.name,
          ]),
        ),
    ),
  };
}
