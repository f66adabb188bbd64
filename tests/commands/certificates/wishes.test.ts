import { beforeAll, describe, expect, it } from "vitest";
import { actingWith } from "@/lib/auth/acting";
import { declineRequestAction, recertifyAction, requestOfBodyAction } from "@/lib/certificates/actions";
import { listMyCertificates } from "@/lib/certificates/queries/list-my-certificates";
import type { PrismaClient } from "@/lib/db/generated/client";
import { makeCase } from "../../factories/cases";
import { makeCertificate } from "../../factories/certificates";
import { actorOf } from "../../factories/sign-in";
import { inDays } from "../../factories/unique";
import { word } from "../../policy/call";
import { testDatabase } from "../../setup/database";
import { act, enrol, makeStage, type Stage } from "../certification/stage";

let client: PrismaClient;
let stage: Stage;

beforeAll(async () => {
  client = (await testDatabase()).client;
  stage = await makeStage(client);
});

/** A holder with a certificate that ends, and what their page says of it. */
async function held() {
  const { person, enrolmentId } = await enrol(stage);
  const { id: caseId } = await makeCase(client, { enrolmentId, state: "released" });
  const { id: certificateId } = await makeCertificate(client, { caseId, validUntil: inDays(100) });
  const holder = await actorOf(client, person.id);
  const [certifier] = stage.people.certifiers;
  const shown = async () => {
    const acting = actingWith(holder, "certificate.hold");
    const [own] = acting ? await listMyCertificates(acting, "da", new Date()) : [];
    return {
      open: own?.openRequests,
      declined: own?.declined.map(({ kind, reason }) => `${kind}: ${reason}`),
      recertification: own?.recertification,
    };
  };
  const ask = async () =>
    word(
      await act(client, holder, requestOfBodyAction, { certificateId, kind: "recertification", note: "" }),
    );
  const decline = async (answer: string) => {
    const { id: requestId } = await client.certificateRequest.findFirstOrThrow({
      where: { certificateId },
      orderBy: { requestedAt: "desc" },
    });
    return word(await act(client, certifier, declineRequestAction, { certificateId, requestId, answer }));
  };
  const begin = async () =>
    word(await act(client, certifier, recertifyAction, { certificateId, dueOn: "2031-01-31" }));
  return { caseId, shown, ask, decline, begin };
}

describe("what a holder asked for", () => {
  it("can be declined once, with a reason that they read until they ask again", async () => {
    const { shown, ask, decline } = await held();
    const nothing = { open: [], declined: [], recertification: "none" };
    expect(await shown()).toEqual(nothing);
    expect(await ask()).toBe("done");
    expect(await decline("Ordningen er lukket.")).toBe("done");
    expect(await decline("Ordningen er lukket.")).toBe("certificate.requestAnswered");
    expect(await shown()).toEqual({ ...nothing, declined: ["recertification: Ordningen er lukket."] });
    expect(await ask()).toBe("done");
    expect(await shown()).toEqual({ ...nothing, open: ["recertification"] });
  });

  it("is not asked for once more while it is under way, and a reason that it overtook is gone", async () => {
    const { caseId, shown, ask, decline, begin } = await held();
    await ask();
    await decline("Ikke endnu.");
    expect(await begin()).toBe("done");
    expect(await shown()).toEqual({ open: [], declined: [], recertification: "underWay" });
    expect(await ask()).toBe("certificate.recertifying");
    expect(await client.certificateRequest.count({ where: { certificate: { caseId } } })).toBe(1);
  });
});
