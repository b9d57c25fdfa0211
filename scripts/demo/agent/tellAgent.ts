import type { Scene } from "../story/scene.ts";
import { inspect, type Inspection } from "./inspection.ts";
import { buyCompute, changePrompt, pauseAndReview } from "./limits.ts";
import { voteForAgent } from "./vote.ts";
import { checkFiles, judgeAndPay, makeComic, registered } from "./work.ts";

/**
 * Agents on a leash: what members vote for them to do, how they work, and how each limit holds; returns how to look at
 * their files.
 */
export async function tellAgent(scene: Scene, workingDirectory: string): Promise<Inspection[]> {
  const leash = await voteForAgent(scene);
  await registered(scene, leash);
  const work = await makeComic(scene, leash, workingDirectory);
  await buyCompute(scene, leash);
  await judgeAndPay(scene, leash, work);
  await checkFiles(scene, leash, work);
  const changed = await changePrompt(scene, leash);
  await pauseAndReview(scene, changed);
  return inspect(scene, work, workingDirectory);
}
