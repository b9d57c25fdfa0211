import { deepEqual, equal, ok } from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { addressesOf } from "@imprimatur/sdk/addresses";
import { hashText, issueCertificate, verifyCertificate } from "@imprimatur/sdk/legal";
import type { Address } from "viem";
import { save } from "../output.ts";
import type { Scene } from "../scene.ts";
import type { HandedOver } from "./handOver.ts";

/**
 * The holder shows a paper; somebody who trusts nobody asks the chain, for now and for a day gone by. The paper of the
 * former holder was true in its time, and entitles to nothing any more.
 */
export function checkCertificate(scene: Scene, { licenseId, piece, before }: HandedOver): Promise<void> {
  const { cast, output, stack, teller } = scene;
  return teller.step("a third party verifies a certificate", async () => {
    const addresses = addressesOf(stack.deployment.contracts);
    const [holder, former] = [cast.addressOf("gallery"), cast.addressOf("publisher")];
    const basis = { addresses, licenseId, fromBlock: 0n };
    const issued = await issueCertificate(cast.as("gallery"), basis);
    const old = await issueCertificate(cast.as("publisher"), { ...basis, at: before });
    const path = await save(scene, "certificate.json", falsified(scene, issued.json));
    await save(scene, "certificate.txt", issued.text);

    const stranger = cast.as("relayer");
    const verify = (json: string) => verifyCertificate(stranger, { addresses, json, fromBlock: 0n });
    const shown = await verify(await readFile(path, "utf8"));
    deepEqual(shown, { valid: true, live: true, differences: [] }, "the chain does not confirm the certificate");
    deepEqual(await verify(old.json), { valid: true, live: false, differences: [] }, "the old certificate");
    const text = await readFile(join(output, "license-team.md"), "utf8");
    equal(issued.certificate.purchases[0]?.textHash, hashText(text), "another text was sold");

    const question = { assetId: piece.assetId, usage: "advertising", fromBlock: 0n } as const;
    const mayUse = async (account: Address, at?: bigint): Promise<boolean> =>
      (await stranger.verifyLicense({ ...question, account, ...(at === undefined ? {} : { at }) })).licensed;
    ok(await mayUse(holder), "the holder passes for no licensee");
    equal(await mayUse(former), false, "the former holder passes for a licensee");
    ok(await mayUse(former, before), "the former holder was no licensee before the transfer");
    equal(await mayUse(holder, before), false, "the holder was a licensee before the transfer");
    return { value: undefined, shown: `${path}; the former holder's was true until block ${before}` };
  });
}

/** Where the story is told to forge, the paper names somebody else. */
function falsified({ cast, sabotage }: Scene, json: string): string {
  if (sabotage !== "forge") return json;
  const [holder, somebody] = [cast.addressOf("gallery"), cast.addressOf("licensee")];
  return json.replaceAll(holder.toLowerCase(), somebody.toLowerCase());
}
