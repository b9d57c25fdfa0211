import { expect } from "chai";
import { readdir, readFile } from "node:fs/promises";
import type { AbiItem } from "viem";
import * as items from "../../src/abi/items/index.ts";

const ACTIONS = new URL("../../src/actions/", import.meta.url);

/** Functions without an action, by the reason. Each is an ABI item: the contract's name before the function's. */
const EXCEPTIONS: Readonly<Record<string, readonly string[]>> = {
  "only another contract of the protocol may call it": [
    "agentMandatesUseQuota",
    "assetRegistryConveyTitle",
    "assetRegistryRecordStudio",
    "assetRegistrySetBlocked",
    "assetRegistrySetBlockedMasks",
    "assetRegistrySetVerdict",
    "assetRegistryStopRecipe",
    "commissionsSucceed",
    "curationAdmitLot",
    "curationBindProducer",
    "curationFollowMandates",
    "licenseMarketFillOrder",
    "licensesCloseRefund",
    "licensesEndRecord",
    "licensesGrantPlain",
    "licensesGrantRecord",
    "licensesRenewRecord",
    "licensesUseLicense",
    "reputationTokenInheritBalances",
    "reputationTokenMintReserved",
    "reputationTokenReserveIssuance",
    "reputationTokenSetSponsor",
    "royaltySplitterBookPot",
    "royaltySplitterCollect",
    "royaltySplitterCollectWithAuthorization",
    "royaltySplitterCollectWithPermit2",
    "royaltySplitterCompensate",
    "royaltySplitterMovePot",
    "royaltySplitterOpenNode",
    "royaltySplitterRefundPot",
    "royaltySplitterReleasePot",
    "studioTimelockAnnounceElectorate",
  ],
  "called once, by the factory, when a clone is made": [
    "ethicsBoardInitialize",
    "reputationTokenInitialize",
    "studioInitialize",
    "studioGovernorInitialize",
    "studioTimelockInitialize",
  ],
  "of a token standard: wallets and viem speak it, and actions do what a studio needs of it": [
    "assetRegistryApprove",
    "assetRegistrySafeTransferFromAddressAddressUint256",
    "assetRegistrySafeTransferFromAddressAddressUint256Bytes",
    "assetRegistrySetApprovalForAll",
    "assetRegistryTransferFrom",
    "licensesApprove",
    "licensesSafeTransferFromAddressAddressUint256Bytes",
    "licensesSetApprovalForAll",
    "licensesTransferFrom",
    "royaltySplitterApprove",
    "royaltySplitterSetOperator",
    "royaltySplitterTransferFrom",
    "studioGovernorOnERC721Received",
    "studioGovernorOnERC1155Received",
    "studioGovernorOnERC1155BatchReceived",
    "studioTimelockOnERC721Received",
    "studioTimelockOnERC1155Received",
    "studioTimelockOnERC1155BatchReceived",
  ],
  "the timelock's side of what queue, execute and cancel do on the governor": [
    "studioTimelockCancel",
    "studioTimelockExecute",
    "studioTimelockExecuteBatch",
    "studioTimelockSchedule",
    "studioTimelockScheduleBatch",
  ],
  "vote and voteBySig do it, with a reason that may be empty; parameters of votes mean nothing to a studio": [
    "studioGovernorCastVote",
    "studioGovernorCastVoteWithReasonAndParams",
    "studioGovernorCastVoteWithReasonAndParamsBySig",
  ],
  "a vote calls from the timelock, where the money is; the governor holds none": ["studioGovernorRelay"],
  "changes nothing: it tells indexers what a threshold of the same share is in votes now": [
    "studioGovernorSyncProposalThreshold",
  ],
  "always refused: roles follow from the studio's directory, and nobody guards proposals": [
    "studioGovernorSetProposalGuardian",
    "studioTimelockGrantRole",
    "studioTimelockRenounceRole",
    "studioTimelockRevokeRole",
  ],
};

const isChange = (item: AbiItem): boolean =>
  item.type === "function" && item.stateMutability !== "view" && item.stateMutability !== "pure";

/** Functions that change something. */
const changes = Object.entries(items as Readonly<Record<string, unknown>>)
  .filter(([, item]) => isChange(item as AbiItem))
  .map(([name]) => name)
  .sort();

async function itemsInActions(): Promise<Set<string>> {
  const files = (await readdir(ACTIONS, { recursive: true })).filter((file) => file.endsWith(".ts"));
  const texts = await Promise.all(files.map((file) => readFile(new URL(file, ACTIONS), "utf8")));
  const imports = texts.flatMap((text) => [...text.matchAll(/import \{([^}]*)\} from "[./]*abi\/items\/\w+\.ts";/g)]);
  return new Set(imports.flatMap(([, names = ""]) => names.split(",").map((name) => name.trim())));
}

describe("actions", () => {
  const excepted = Object.values(EXCEPTIONS).flat();

  it("exist for every function that a user or a vote may call", async () => {
    const used = await itemsInActions();
    expect(changes.length).to.be.greaterThan(150);
    expect(changes.filter((name) => !used.has(name) && !excepted.includes(name))).to.deep.equal([]);
  });

  it("are left out for a reason that still holds", async () => {
    const used = await itemsInActions();
    expect(excepted.filter((name) => !changes.includes(name) || used.has(name))).to.deep.equal([]);
    expect(new Set(excepted).size).to.equal(excepted.length);
  });
});
