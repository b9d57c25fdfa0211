import { equal, ok } from "node:assert/strict";
import type { Address } from "viem";
import type { Scene } from "../scene.ts";
import type { HandedOver } from "./handOver.ts";

/** The holder shows a paper; somebody who trusts neither of them asks the chain, for now and for a day gone by. */
export function checkCertificate(scene: Scene, { piece, before }: HandedOver): Promise<void> {
  const { cast, teller } = scene;
  return teller.step("a third party verifies a license", async () => {
    const [now, then] = [cast.addressOf("gallery"), cast.addressOf("publisher")];
    const stranger = cast.as("relayer");
    const question = { assetId: piece.assetId, usage: "advertising", fromBlock: 0n } as const;
    const mayUse = async (account: Address, at?: bigint): Promise<boolean> =>
      (await stranger.verifyLicense({ ...question, account, ...(at === undefined ? {} : { at }) })).licensed;
    ok(await mayUse(now), "the certificate names somebody who holds no license");
    equal(await mayUse(then), false, "the former holder passes for a licensee");
    ok(await mayUse(then, before), "the former holder was no licensee before the transfer");
    equal(await mayUse(now, before), false, "the holder was a licensee before the transfer");
    return { value: undefined, shown: `true now, false before block ${before + 1n}` };
  });
}
