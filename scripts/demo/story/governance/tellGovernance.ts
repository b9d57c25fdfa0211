import type { Scene } from "../scene.ts";
import { compareGovernance } from "./agreement.ts";
import { answerClaim, electByVote, ratifyByVote } from "./board.ts";
import { commitDataset, openHouse } from "./house.ts";
import { delegateVotes, earnReputation, extendByLateQuorum } from "./members.ts";
import { replaceGate } from "./modules.ts";
import { vetoAndOverride } from "./veto.ts";

/** How a house with an ethics board governs itself, from the first grant to a new gate. */
export async function tellGovernance(scene: Scene, workingDirectory: string): Promise<void> {
  const house = await openHouse(scene);
  const assetId = await commitDataset(scene, house, workingDirectory);
  const earned = await earnReputation(scene, house);
  await delegateVotes(scene, house);
  const extended = await extendByLateQuorum(scene, house);
  const { vetoed, override } = await vetoAndOverride(scene, house);
  const elected = await electByVote(scene, house);
  const claim = await answerClaim(scene, house, assetId);
  const ratified = await ratifyByVote(scene, house, assetId);
  const { proposalId: replaced, curation } = await replaceGate(scene, house);
  const executed = [earned, extended, elected, ratified, replaced];
  await compareGovernance(scene, house, { executed, vetoed, override, claim, assetId, curation });
}
