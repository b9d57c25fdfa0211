import { expect } from "chai";
import { type Abi, encodeFunctionData, getAddress, parseEventLogs } from "viem";
import { makeProposal, makeReady, setUpGovernance } from "../governance/governance.ts";
import { type Action, callArgs } from "../helpers/governance.ts";
import { expectRefused } from "../helpers/refused.ts";
import { registerJudges } from "../studio/powers.ts";
import { FINDING, openContest, provenanceOf } from "./provenance.ts";
import { contractsOf, GAS, hashOf, lotIdOf, lotInput, recipeIdOf, recipeInput } from "./registry.ts";

const callOf = (target: { address: `0x${string}`; abi: Abi }, functionName: string, args: unknown[]): Action => ({
  target: target.address,
  data: encodeFunctionData({ abi: target.abi, functionName, args }),
});

describe("registry/contestLineage, by vote", () => {
  it("is upheld by the members of a collective at its default pace, with the cure in the same proposal", async () => {
    const governance = await setUpGovernance(({ wallets }) => ({
      founders: wallets.slice(1, 5).map(({ account }) => account.address),
    }));
    const { protocol, clones, founders, governor, stranger } = governance;
    const contracts = await contractsOf(protocol);
    const { registry, splitter, usdc } = contracts;
    const provenance = await provenanceOf({ protocol });
    await registerJudges(protocol, clones, founders.slice(1));
    const registrar = clones.config.registrar;
    const wrong = recipeInput({ licensor: clones.timelock });
    const right = { ...wrong, commitment: hashOf("corrected") };
    const lots: bigint[] = [];
    for (const [nonce, recipe] of [wrong, right].entries()) {
      await registry.write.registerRecipe([recipe, 0n, "0x"], { account: registrar });
      const input = lotInput({ recipeId: recipeIdOf(recipe), nonce: BigInt(nonce), gate: clones.curation });
      await registry.write.commitLot([input], { account: registrar, gas: GAS });
      lots.push(lotIdOf(registrar, BigInt(nonce)));
    }
    const [old, successor] = lots as [bigint, bigint];
    const claimant = getAddress(stranger.account.address);
    await openContest({ protocol, contracts }, recipeIdOf(wrong), claimant);
    const { deadline } = await provenance.read.contestOf([1n]);

    // Neither the registrar, nor a member, nor the governor itself rules: only what was voted and waited for.
    for (const account of [registrar, (founders[1] as (typeof founders)[0]).account.address]) {
      await expectRefused(protocol, () => provenance.write.ruleContest([1n, FINDING.upheld], { account, gas: GAS }), {
        by: provenance,
        error: "ProvenanceUnauthorized",
        args: [getAddress(account)],
      });
    }
    const proposal = await makeProposal(governance, [
      callOf(provenance, "ruleContest", [1n, FINDING.upheld]),
      callOf(registry, "supersedeLot", [old, successor]),
    ]);
    await makeReady(governance, proposal);
    const hash = await governor.write.execute(callArgs(proposal));

    const { logs } = await protocol.publicClient.getTransactionReceipt({ hash });
    const judge = getAddress(clones.timelock);
    const [ruled] = parseEventLogs({ abi: provenance.abi, logs, eventName: "ContestRuled" });
    expect(ruled?.args).to.deep.equal({ contestId: 1n, judge, finding: FINDING.upheld, to: claimant });
    const [superseded] = parseEventLogs({ abi: registry.abi, logs, eventName: "LotSuperseded" });
    expect(superseded?.args).to.deep.equal({ lotId: old, successor, licensor: judge });
    expect((await registry.read.lotOf([old])).superseded).to.equal(true);
    expect(await splitter.read.creditOf([claimant, usdc.address])).to.equal(1n);
    expect(await protocol.connection.networkHelpers.time.latest()).to.be.lessThan(deadline);
  });
});
