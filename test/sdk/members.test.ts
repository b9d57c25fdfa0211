import { expect } from "chai";
import { grantReputation, slash, type StudioAddresses, toRoleTag } from "@imprimatur/sdk";
import { foundersFromCsv, foundersFromSafe } from "@imprimatur/sdk/founders";
import { readReputationHistory } from "@imprimatur/sdk/logs";
import { buildInheritance } from "@imprimatur/sdk/merkle";
import { replaceElectorateBy, simulateProposal } from "@imprimatur/sdk/proposals";
import { getAddress, parseEther } from "viem";
import { CHARTER, expectError, expectRefusal, openStudio, setStage, type Stage } from "./fixture.ts";
import { decide } from "./market.ts";

const MEMBERS = [1, 2, 3, 4, 5];
const DAY = 86_400n;

describe("sdk: members", () => {
  let stage: Stage;
  let studio: StudioAddresses;

  before(async () => {
    stage = await setStage();
    studio = await openStudio(stage, MEMBERS);
  });

  it("come from a list, whose mistakes are named by line", async () => {
    const [a, b] = [1, 2].map((index) => getAddress(stage.addressOf(index)));
    expect(foundersFromCsv(`name,address\nAda,${a}\n"Bert, B.",${b}\n`)).to.deep.equal([a, b]);
    expect(foundersFromCsv(`${a}\n${b}`)).to.deep.equal([a, b]);
    await expectError("FoundersError", async () => foundersFromCsv(""));
    const failure: unknown = await Promise.resolve()
      .then(() => foundersFromCsv(`address\n${a}\n0x12\n${a}`))
      .catch((error: unknown) => error);
    expect((failure as { details: string[] }).details).to.deep.equal([
      'Line 3: "0x12" is no address.',
      `Line 4: ${a} stands in line 2 already.`,
    ]);
    await expectError("ForeignContractError", () => foundersFromSafe(stage.reader, { safe: studio.timelock }));
  });

  it("delegate by signature, once", async () => {
    const expiry = (await stage.now()) + DAY;
    const signed = await stage.as(4, studio).signDelegation({ delegatee: stage.addressOf(5), expiry });
    const { delegator, toDelegate } = await stage.as(8, studio).delegateBySigAndWait(signed);
    expect([delegator, toDelegate].map((account) => account.toLowerCase())).to.deep.equal([
      ...[stage.addressOf(4), stage.addressOf(5)],
    ]);
    await expectRefusal("DuplicateError", "InvalidAccountNonce", () => stage.as(8, studio).delegateBySig(signed));
  });

  it("have a history, raw and effective, that ends in what the chain says", async () => {
    const { reputation } = studio;
    const evidence = CHARTER;
    const member = stage.addressOf(7);
    const calls = [
      grantReputation.encode({ reputation, member, amount: parseEther("40"), role: toRoleTag("artist"), evidence }),
      slash.encode({ reputation, member, amount: parseEther("10"), evidence }),
    ];
    await (await decide(stage, studio, MEMBERS, { title: "Give and take", calls })).execute();
    const history = await readReputationHistory(stage.reader, { reputation, member, fromBlock: 0n });
    expect(history.map(({ reason }) => reason)).to.deep.equal(["grant", "slashed"]);
    expect(history[0]).to.include({ role: toRoleTag("artist"), evidence });
    const blockNumber = history[1]!.blockNumber;
    const { raw, effective } = await stage.reader.getReputation({ reputation, member, blockNumber });
    expect(history[1]).to.include({ raw, effective });
  });

  it("move to a fresh account with both signatures, after a week", async () => {
    const { reputation } = studio;
    const [from, to] = [stage.addressOf(3), stage.addressOf(12)];
    const terms = { from, to, deadline: (await stage.now()) + DAY };
    const toSignature = await stage.as(12, studio).signAccountMigration(terms);
    await expectRefusal("ProofError", "ReputationTokenInvalidSignature", () =>
      stage.as(8, studio).startAccountMigration({ ...terms, fromSignature: toSignature, toSignature }),
    );
    const fromSignature = await stage.as(3, studio).signAccountMigration(terms);
    await stage.as(8, studio).startAccountMigrationAndWait({ ...terms, fromSignature, toSignature });
    await expectRefusal("TimingError", "ReputationTokenMigrationNotReady", () =>
      stage.as(8, studio).finishAccountMigration({ from }),
    );
    await stage.pass(7n * DAY);
    const { raw } = await stage.as(8, studio).finishAccountMigrationAndWait({ from });
    expect((await stage.reader.getReputation({ reputation, member: to })).raw).to.equal(raw);
    const history = await readReputationHistory(stage.reader, { reputation, member: to, fromBlock: 0n });
    expect(history.map(({ reason, raw: balance }) => [reason, balance])).to.deep.equal([["migrated", raw]]);
  });

  it("take their balances along when the electorate is replaced", async () => {
    const { reputation } = studio;
    const holders = await Promise.all(
      [1, 2, 4, 5, 7, 12].map(async (index) => {
        const account = stage.addressOf(index);
        return { account, raw: (await stage.reader.getReputation({ reputation, member: account })).raw };
      }),
    );
    const inheritance = buildInheritance(holders);
    const made = await stage.as(9, studio).createSuccessorsAndWait({
      ...{ successorsOf: studio.studio, preset: "collective", modules: ["electorate"], inheritance, evidence: CHARTER },
    });
    expect(BigInt(made.board) + BigInt(made.curation)).to.equal(0n);
    const calls = [replaceElectorateBy({ studio: studio.studio, successors: made })];
    const { text } = await simulateProposal(stage.reader, { addresses: stage.addresses, studio, calls });
    expect(text).to.contain(
      `Replaces governor and reputation: ${made.governor} and ${made.reputation} decide from now on`,
    );
    await (await decide(stage, studio, [1, 2, 5], { title: "Another electorate", calls })).execute();
    const next = await stage.reader.getStudio({ studio: studio.studio });
    expect(next).to.include({ governor: made.governor, reputation: made.reputation });
    const { account, raw } = holders[0]!;
    const proof = inheritance.proof(account);
    await expectRefusal("ProofError", "ReputationTokenInvalidProof", () =>
      stage.as(8, next).claimInheritance({ member: account, raw: raw + 1n, proof }),
    );
    await stage.as(8, next).claimInheritanceAndWait({ member: account, raw, proof });
    expect((await stage.as(8, next).getReputation({ member: account })).raw).to.equal(raw);
  });
});
