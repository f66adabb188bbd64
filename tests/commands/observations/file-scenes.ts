import sharp from "sharp";
import type { Permission } from "@/lib/auth/permissions";
import type { PrismaClient } from "@/lib/db/generated/client";
import { attachFileAction } from "@/lib/observations/file-actions";
import { getObservationFile } from "@/lib/observations/queries/get-observation-file";
import { actingAs } from "../../factories/sign-in";
import { call, word } from "../../policy/call";
import type { Someone } from "./stage";

/** A photo that says where and by whom it was taken. */
export async function photo(colour = "#2a6"): Promise<File> {
  const bytes = await sharp({ create: { width: 64, height: 48, channels: 3, background: colour } })
    .jpeg()
    .withExif({ IFD0: { Artist: "Anne Hansen" }, IFD3: { GPSLatitudeRef: "N" } })
    .toBuffer();
  return new File([new Uint8Array(bytes)], "IMG_0001.JPG");
}

/** What the tests of files beside observations begin with. */
export function fileScenes(client: PrismaClient) {
  async function attach(who: Someone, observationId: string, more: Record<string, unknown> = {}) {
    const values = {
      observationId,
      criterionId: "",
      caption: "Tavlen",
      file: await photo(),
      othersConsidered: "on",
      ...more,
    };
    return word(await call(client, attachFileAction, who.actor, values));
  }

  const filesOf = (observationId: string) =>
    client.observationFile.findMany({ where: { observationId }, include: { file: true } });

  async function onlyFile(observationId: string) {
    const [file, ...more] = await filesOf(observationId);
    if (!file || more.length > 0) throw new Error("one file was expected");
    return file;
  }

  /** Who reaches a file, of those given. */
  async function readers(people: Record<string, [string, Permission]>, fileId: string): Promise<string[]> {
    const found: string[] = [];
    for (const [name, [personId, permission]] of Object.entries(people))
      if (await getObservationFile(await actingAs(client, personId, permission), fileId)) found.push(name);
    return found;
  }

  return { attach, filesOf, onlyFile, readers };
}
