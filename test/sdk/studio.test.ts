import { expect } from "chai";
import { createStudio } from "@imprimatur/sdk";
import { zeroAddress } from "viem";
import { CHARTER, expectError, expectRefusal, openStudio, setStage, type Stage } from "./fixture.ts";

describe("sdk: studios", () => {
  let stage: Stage;

  beforeEach(async () => {
    stage = await setStage();
  });

  const config = () => ({
    name: "Atelier Nord",
    symbol: "NORD",
    preset: "collective" as const,
    founders: [1, 2, 3].map(stage.addressOf),
    charter: CHARTER,
  });

  it("asks for an account before it asks the chain", async () => {
    await expectError("AccountMissingError", () => stage.reader.createStudio(config()));
  });

  it("says which contract it does not know", async () => {
    await expectError("ContractMissingError", () => stage.reader.getStudio());
  });

  it("explains what the factory refuses", async () => {
    const { as } = stage;
    await expectRefusal("LimitError", "StudioFactoryInvalidName", () => as(1).createStudio({ ...config(), name: "" }));
    await expectRefusal("LimitError", "StudioFactoryInvalidFounders", () =>
      as(1).createStudio({ ...config(), founders: [stage.addressOf(1)] }),
    );
    await expectRefusal("LimitError", "StudioFactoryInvalidSeats", () =>
      as(1).createStudio({ ...config(), preset: "house" }),
    );
    await expectRefusal("InvalidInputError", "ReputationTokenInvalidFounder", () =>
      as(1).createStudio({ ...config(), founders: [1, 2, 2].map(stage.addressOf) }),
    );
  });

  it("creates a studio whose modules read back in one round trip", async () => {
    const { receipt, ...created } = await stage
      .as(1)
      .createStudioAndWait({ ...config(), registrar: stage.addressOf(9) });
    expect(receipt.status).to.equal("success");
    expect(created.creator.toLowerCase()).to.equal(stage.addressOf(1));
    const { creator: _, ...modules } = created;
    const studio = await stage.reader.getStudio({ studio: created.studio });
    expect(studio).to.include({ ...modules, name: "Atelier Nord", symbol: "NORD", preset: "collective" });
    expect(studio.charterVersion).to.equal(1);
    expect(studio.registrar?.toLowerCase()).to.equal(stage.addressOf(9));
    expect(studio.createdAt).to.equal(await stage.now());
  });

  it("has no registrar unless one is named, and a new address each time", async () => {
    const one = await stage.as(1).createStudioAndWait(config());
    const two = await stage.as(1).createStudioAndWait(config());
    expect(one.studio).to.not.equal(two.studio);
    expect((await stage.reader.getStudio({ studio: one.studio })).registrar).to.equal(undefined);
  });

  it("gives calldata that anybody can send and read", async () => {
    const { studioFactory } = stage.addresses;
    const call = createStudio.encode({ ...config(), studioFactory, salt: CHARTER });
    const decoded = createStudio.decode(call.data);
    expect({ ...decoded, founders: decoded.founders.map((founder) => founder.toLowerCase()) }).to.deep.equal({
      ...config(),
      seats: [],
      registrar: zeroAddress,
      clockMode: "timestamp",
      secondsPerTick: 1,
      salt: CHARTER,
    });
    const sender = stage.as(7);
    const hash = await sender.sendTransaction(call);
    const receipt = await sender.waitForTransactionReceipt({ hash });
    expect(createStudio.extractEvent(receipt.logs).creator.toLowerCase()).to.equal(stage.addressOf(7));
    await expectError("EventMissingError", () => Promise.resolve().then(() => createStudio.extractEvent([])));
  });

  it("fills in a studio's modules for the bound client", async () => {
    const studio = await openStudio(stage);
    const reputation = await stage.as(2, studio).getReputation({ member: stage.addressOf(2) });
    expect(reputation.effective).to.equal(1000n * 10n ** 18n);
    expect(reputation.effectiveSupply).to.equal(5000n * 10n ** 18n);
    expect(reputation.delegate.toLowerCase()).to.equal(stage.addressOf(2));
  });
});
