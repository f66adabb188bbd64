import { describe, expect, it } from "vitest";
import { copyOf, empty, Page, Server } from "./draft-stage";

describe("DraftSaver", () => {
  it("saves on the device and on the server, and then needs no copy", async () => {
    const server = new Server(empty);
    const page = new Page(server);
    page.type("Spurgte ind.");
    await page.wait();
    expect(server.fields.seen).toBe("Spurgte ind.");
    expect(page.view?.status.kind).toBe("saved");
    expect(page.copy).toBeNull();
  });

  it("keeps everything without network, over a closed browser, and sends it afterwards", async () => {
    const server = new Server(empty);
    server.online = false;
    const page = new Page(server);
    page.type("Uden net.");
    await page.wait();
    expect(page.view?.status.kind).toBe("offline");
    page.saver.close();

    server.online = true;
    const reopened = new Page(server, page.copy);
    expect(reopened.fields.seen).toBe("Uden net.");
    expect(reopened.view?.status.kind).toBe("restored");
    await reopened.wait();
    expect(server.fields.seen).toBe("Uden net.");
  });

  it("is not its own rival when an answer is lost", async () => {
    const server = new Server(empty);
    server.dropAnswer = true;
    const page = new Page(server);
    page.type("Første.");
    await page.wait();
    expect(page.view?.status.kind).toBe("offline");
    page.type("Første. Anden.");
    await page.wait();
    expect(page.view?.conflict).toBeNull();
    expect(server.fields.seen).toBe("Første. Anden.");
    expect(server.version).toBe(3);
  });

  it("meets another tab's save, shows both texts and sends nothing until the person has chosen", async () => {
    const server = new Server(empty);
    const [page, other] = [new Page(server), new Page(server)];
    other.type("Den anden fane.");
    await other.wait();
    page.type("Den ene fane.");
    await page.wait();
    expect(page.refetched).toBe(true);
    expect(server.fields.seen).toBe("Den anden fane.");
    page.hear(server);
    expect(page.view?.conflict).toMatchObject({
      mine: { seen: "Den ene fane." },
      theirs: { fields: { seen: "Den anden fane." } },
      clashes: ["seen"],
    });
    page.type("Den ene fane, videre.");
    await page.wait();
    expect(server.fields.seen).toBe("Den anden fane.");
    page.keepBoth();
    await page.wait();
    expect(server.fields.seen).toBe("Den anden fane.\n\nDen ene fane, videre.");
  });

  it("takes over, and tells, what another device wrote in other fields; nobody is asked", async () => {
    const server = new Server(empty);
    const [tablet, desk] = [new Page(server), new Page(server)];
    desk.type("Min tolkning.", "interpreted");
    desk.type("reached", "ratings.0.rating");
    await desk.wait();
    tablet.type("Det, jeg så.");
    await tablet.wait();
    tablet.hear(server);
    expect(tablet.view?.conflict).toBeNull();
    expect(tablet.view?.taken).toEqual(["interpreted", "ratings.0.rating"]);
    await tablet.wait();
    expect(server.fields).toMatchObject({
      seen: "Det, jeg så.",
      interpreted: "Min tolkning.",
      "ratings.0.rating": "reached",
    });
  });

  it("does not choose between two ratings", async () => {
    const server = new Server(empty);
    const [tablet, desk] = [new Page(server), new Page(server)];
    desk.type("partly", "ratings.0.rating");
    await desk.wait();
    tablet.type("reached", "ratings.0.rating");
    await tablet.wait();
    tablet.hear(server);
    expect(tablet.view?.conflict?.clashes).toEqual(["ratings.0.rating"]);
    await tablet.wait();
    expect(server.fields["ratings.0.rating"]).toBe("partly");
  });

  it("goes on from its own save while that is heard of before it is answered", async () => {
    const server = new Server(empty);
    const page = new Page(server);
    page.type("Første.");
    const saving = page.saver.flush();
    page.type("Første. Anden.");
    page.saver.arrived({ version: 2, fields: { ...empty, seen: "Første." } });
    await saving;
    expect(page.view?.conflict).toBeNull();
    expect(page.fields.seen).toBe("Første. Anden.");
    await page.wait();
    expect(server.fields.seen).toBe("Første. Anden.");
  });

  it("brings words typed before the copy was found together with it", async () => {
    const server = new Server(empty);
    const page = new Page(server);
    const late = new Page(server);
    late.type("Allerede i gang.", "interpreted");
    late.saver.open({ version: 1, fields: empty }, copyOf({ ...empty, seen: "Fra toget." }));
    expect(late.fields).toMatchObject({ seen: "Fra toget.", interpreted: "Allerede i gang." });
    expect(page.fields.seen).toBe("");
  });

  it("asks again about an old copy that was met with a newer text and left unanswered", async () => {
    const server = new Server(empty);
    const old = copyOf({ ...empty, seen: "Fra toget." });
    const desk = new Page(server);
    desk.type("Fra skrivebordet.");
    await desk.wait();
    const tablet = new Page(server, old);
    expect(tablet.view?.conflict?.theirs?.fields).toMatchObject({ seen: "Fra skrivebordet." });
    tablet.type("Fra toget, videre.");
    tablet.saver.close();
    const again = new Page(server, tablet.copy);
    expect(again.view?.conflict?.mine).toMatchObject({ seen: "Fra toget, videre." });
    await again.wait();
    expect(server.fields.seen).toBe("Fra skrivebordet.");
  });

  it("goes on where it was when the page is left and entered again without being closed", async () => {
    const server = new Server(empty);
    const desk = new Page(server);
    desk.type("Fra skrivebordet.");
    await desk.wait();
    const tablet = new Page(server, copyOf({ ...empty, seen: "Fra toget." }));
    tablet.saver.close();
    tablet.saver.open({ version: server.version, fields: { ...server.fields } }, tablet.copy);
    await tablet.wait();
    expect(tablet.view?.status.kind).toBe("conflict");
    expect(tablet.copy?.fields.seen).toBe("Fra toget.");
    expect(server.fields.seen).toBe("Fra skrivebordet.");
  });

  it("drops a copy that says what the server says", () => {
    const server = new Server({ ...empty, seen: "Det samme." });
    const page = new Page(server, copyOf({ ...empty, seen: " Det samme.\r\n" }));
    expect(page.copy).toBeNull();
    expect(page.view?.conflict ?? null).toBeNull();
  });
});
