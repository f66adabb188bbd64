import { slugOf } from "../../lib/core/ids.ts";

// biome-ignore format: names read best in lines
const DANISH_FIRST = [
  "Astrid", "Bjarke", "Camilla", "Daniel", "Ellen", "Frederik", "Gitte", "Hans", "Ida", "Jesper", "Karen", "Laust",
  "Malene", "Nanna", "Oluf", "Pernille", "Rasmus", "Sidsel", "Thorkild", "Ulla", "Villads", "Winnie", "Asger", "Birgitte",
  "Christian", "Dorthe", "Esben", "Freja", "Gunnar", "Hanne", "Ivan", "Johanne", "Kasper", "Lærke", "Morten", "Niels",
  "Oline", "Palle", "Regitze", "Søren", "Tine", "Uffe", "Vibeke", "Øjvind", "Åse", "Anton", "Bodil",
];
// biome-ignore format: names read best in lines
const DANISH_LAST = [
  "Holmgaard", "Ravnkilde", "Bundgaard", "Tranberg", "Kvist", "Lykkegaard", "Mølgaard", "Nørskov", "Overby", "Pilgaard",
  "Riisager", "Sejersen", "Thorsager", "Ulstrup", "Vestergren", "Winkel", "Ærø", "Østerby", "Ågren", "Bækgaard",
  "Dalsgaard", "Egelund", "Fjeldborg", "Grønkær", "Hedegaard", "Iversholm", "Junker", "Klitgaard", "Lindholt",
];
// biome-ignore format: names read best in lines
const SWEDISH_FIRST = [
  "Alva", "Björn", "Cecilia", "David", "Elin", "Fredrik", "Gunilla", "Håkan", "Ingrid", "Jonas", "Kerstin", "Lars",
  "Maja", "Nils", "Ottilia", "Pär", "Rebecka", "Sven", "Tove", "Ulrika", "Viktor", "Åsa", "Örjan",
];
// biome-ignore format: names read best in lines
const SWEDISH_LAST = [
  "Almkvist", "Björkdahl", "Cederholm", "Dahlstrand", "Ekebrand", "Frostensson", "Granlund", "Hallgren", "Isaksdotter",
  "Källström", "Lindehag", "Månsby", "Norrby", "Rosenqvist", "Sjöholm", "Törnblad", "Wikander", "Åkerhielm", "Öbrink",
];

/**
 * Gives invented names, in the same order at every load and none twice. The lists' lengths have no common factor, so that
 * their pairs repeat only after their product.
 */
export class Names {
  private danish = 0;
  private swedish = 0;

  /** The next Danish full name. */
  nextDanish(): string {
    const turn = this.danish++;
    return `${DANISH_FIRST[turn % DANISH_FIRST.length]} ${DANISH_LAST[(turn * 3) % DANISH_LAST.length]}`;
  }

  /** The next Swedish full name. */
  nextSwedish(): string {
    const turn = this.swedish++;
    return `${SWEDISH_FIRST[turn % SWEDISH_FIRST.length]} ${SWEDISH_LAST[(turn * 2) % SWEDISH_LAST.length]}`;
  }
}

/** An address that nobody outside has: `astrid.holmgaard@fjordby.example`. */
export function emailOf(name: string, domain: string): string {
  return `${name.split(" ").map(slugOf).join(".")}@${domain}`;
}
