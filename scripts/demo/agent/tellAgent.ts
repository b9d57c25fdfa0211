import type { Scene } from "../story/scene.ts";
import { buyCompute, changePrompt, pauseAndReview } from "./limits.ts";
import { voteForAgent } from "./vote.ts";
import { checkFiles, judgeAndPay, makeComic, registered } from "./work.ts";

/** An agent on a leash: what members vote for it to do, how it works, and how each limit holds. */
export async function tellAgent(scene: Scene, workingDirectory: string): Promise<void> {
  const leash = await voteForAgent(scene);
  await registered(scene, leash);
  const work = await makeComic(scene, leash, workingDirectory);
  await buyCompute(scene, leash);
  await judgeAndPay(scene, leash, work);
  await checkFiles(scene, leash, work);
  const changed = await changePrompt(scene, leash);
  await pauseAndReview(scene, changed);
}
