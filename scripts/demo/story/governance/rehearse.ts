import { ok } from "node:assert/strict";
import { addressesOf } from "@imprimatur/sdk/addresses";
import { simulateProposal } from "@imprimatur/sdk/proposals";
import type { Call } from "../governance.ts";
import type { Role } from "../../cast.ts";
import type { Scene } from "../scene.ts";
import type { House } from "./house.ts";

/** How the people are called whom a proposal of the story names. */
const NAMES = {
  promptEngineer: "the prompt engineer",
  firstContributor: "the photographer",
  modelMaker: "the model maker",
} as const satisfies Partial<Record<Role, string>>;

/** What voters read before they vote: every call runs in one go without being sent, and is read back as a sentence. */
export async function rehearse({ cast, stack }: Scene, house: House, calls: Call[]): Promise<string> {
  const { text, understood } = await simulateProposal(cast.as("relayer"), {
    calls,
    addresses: addressesOf(stack.deployment.contracts),
    studio: house,
    names: Object.fromEntries(Object.entries(NAMES).map(([role, name]) => [cast.addressOf(role as Role), name])),
  });
  ok(understood, `voters could not read all of it: ${text}`);
  const [first = ""] = text.split("\n");
  // Names without their addresses, digests cut: what is left fits into a line.
  const named = first.replace(/^1\. /, "").replaceAll(/ \(0x[0-9a-fA-F]{40}\)/g, "");
  return named.replaceAll(/(0x[0-9a-f]{8})[0-9a-f]{56}/g, "$1…");
}
