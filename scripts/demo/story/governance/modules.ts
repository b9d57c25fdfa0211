import { equal, notEqual } from "node:assert/strict";
import { recordGate, setCuration } from "@imprimatur/sdk";
import { sha256, stringToHex } from "viem";
import { passProposal } from "../governance.ts";
import type { Scene } from "../scene.ts";
import type { House } from "./house.ts";
import { rehearse } from "./rehearse.ts";

/** Anybody makes a new gate; only a vote makes the studio use it. */
export function replaceGate(scene: Scene, house: House): Promise<{ proposalId: bigint; curation: `0x${string}` }> {
  const { cast, stack, teller } = scene;
  return teller.step("the members replace the gate of the house", async () => {
    const { studio } = house;
    const assetRegistry = stack.deployment.addressOf("AssetRegistry");
    const { curation } = await cast.as("relayer").createSuccessorsAndWait({
      successorsOf: studio,
      preset: "house",
      modules: ["curation"],
      evidence: sha256(stringToHex("why the house wants a new gate")),
    });
    notEqual(curation, house.curation);
    equal((await cast.as("relayer").getStudio({ studio })).curation, house.curation, "a gate without a vote");
    const calls = [
      recordGate.encode({ assetRegistry, gate: curation }),
      setCuration.encode({ studio, newCuration: curation }),
    ];
    await rehearse(scene, house, calls);
    const { proposalId } = await passProposal(scene, house, {
      title: "Begin with a new gate",
      body: "Empty books: curators register again, under the new charter.",
      calls,
    });
    equal((await cast.as("relayer").getStudio({ studio })).curation, curation);
    return { value: { proposalId, curation }, shown: `${curation}, empty books` };
  });
}
