import { expect } from "chai";
import { studioActions } from "@imprimatur/sdk";
import { createClient, custom, type Hash, type Hex, parseGwei, walletActions } from "viem";
import { generatePrivateKey, privateKeyToAccount } from "viem/accounts";
import { hardhat } from "viem/chains";
import { expectError, openStudio, setStage, type Stage } from "./fixture.ts";
import { decide } from "./market.ts";

const MEMBERS = [1, 2, 3, 4, 5];

describe("sdk: failures as users meet them", () => {
  let stage: Stage;
  let rewind: () => Promise<void>;

  before(async () => {
    stage = await setStage();
    const snapshot = await stage.protocol.connection.networkHelpers.takeSnapshot();
    rewind = () => snapshot.restore();
  });
  afterEach(() => rewind());

  const recipe = (account = stage.addressOf(1)) =>
    ({ licensor: account, kind: "work", split: [{ account, weight: 1_000_000 }] }) as const;
  const failureOf = (act: Promise<unknown>): Promise<unknown> =>
    act.then(
      () => expect.fail("Nothing was refused."),
      (reason: unknown) => reason,
    );

  describe("a proposal", () => {
    const failureOfCall = async (call: { to: Hex; data: Hex }): Promise<unknown> => {
      const studio = await openStudio(stage, MEMBERS);
      const { execute } = await decide(stage, studio, MEMBERS, { title: "Do it", calls: [{ ...call, value: 0n }] });
      return failureOf(execute());
    };

    it("fails with the target's error, through timelock and governor", async () => {
      const { licenseMarket } = stage.addresses;
      const { withdrawOffer } = await import("@imprimatur/sdk");
      const call = withdrawOffer.encode({ licenseMarket, offerId: `0x${"ab".repeat(32)}` });
      const error = await failureOfCall(call);
      expect(error).to.include({ name: "UnknownIdError", errorName: "LicenseMarketUnknownOffer" });
      expect((error as Error).cause).to.be.instanceOf(Error);
    });

    it("fails with the timelock's where the target does not say why", async () => {
      const error = await failureOfCall({ to: stage.addresses.licenses, data: "0xdeadbeef" });
      expect(error).to.include({ name: "StateError", errorName: "FailedCall" });
    });
  });

  describe("an account", () => {
    it("that has nothing for gas sends nothing", async () => {
      const account = privateKeyToAccount(generatePrivateKey());
      const poor = createClient({
        ...{ account, chain: hardhat },
        transport: custom(
          { request: (call) => stage.protocol.connection.provider.request(call as never) },
          { retryCount: 0 },
        ),
      }).extend(studioActions({ addresses: stage.addresses }));
      await expectError("InsufficientFundsError", () => poor.registerRecipe(recipe(account.address)));
    });

    it("whose user refuses to sign sends nothing, and signs nothing", async () => {
      const refusing = createClient({
        ...{ account: stage.addressOf(1), chain: hardhat },
        transport: custom(
          {
            request: (call) => {
              const { method } = call as { method: string };
              if (!/^eth_(send|sign)/.test(method)) return stage.protocol.connection.provider.request(call as never);
              return Promise.reject(Object.assign(new Error("User rejected the request."), { code: 4001 }));
            },
          },
          { retryCount: 0 },
        ),
      }).extend(studioActions({ addresses: stage.addresses }));
      await expectError("SignatureRejectedError", () => refusing.registerRecipe(recipe()));
      const { recipeId } = await stage.as(2).registerRecipeAndWait(recipe(stage.addressOf(2)));
      expect(recipeId).to.be.a("string");
    });
  });

  describe("a transaction that waits", () => {
    const automine = (on: boolean) =>
      stage.protocol.connection.provider.request({ method: "evm_setAutomine", params: [on] });
    beforeEach(() => automine(false));
    afterEach(() => automine(true));

    /** Sends, and waits until the client has seen its own transaction wait. */
    async function sent(timeout?: number) {
      let hash: Hash | undefined;
      let looks = 0;
      const { provider } = stage.protocol.connection;
      const client = createClient({
        ...{ account: stage.addressOf(1), chain: hardhat, pollingInterval: 10 },
        transport: custom(
          {
            request: async (call) => {
              const { method } = call as { method: string };
              const answer: unknown = await provider.request(call as never);
              if (method === "eth_sendTransaction") hash = answer as Hash;
              if (method === "eth_getTransactionByHash" && answer !== null) looks += 1;
              return answer;
            },
          },
          { retryCount: 0 },
        ),
      })
        .extend(walletActions)
        .extend(studioActions({ addresses: stage.addresses }));
      const waiting = client.registerRecipeAndWait({
        ...recipe(),
        gas: 1_000_000n,
        ...(timeout === undefined ? {} : { timeout }),
      });
      // It is looked at later; until then nobody else may call it unhandled.
      waiting.catch(() => undefined);
      while (looks === 0) await new Promise((resolve) => setTimeout(resolve, 5));
      return { client, waiting, hash: hash! };
    }
    const fees = { maxFeePerGas: parseGwei("500"), maxPriorityFeePerGas: parseGwei("500"), gas: 1_000_000n } as const;
    const mine = () => stage.protocol.connection.networkHelpers.mine(1);

    it("is followed when the user sends it again for a higher fee", async () => {
      const { client, waiting, hash } = await sent();
      const { nonce, to, input } = await stage.reader.getTransaction({ hash });
      const faster = await client.sendTransaction({ to: to!, data: input, nonce, ...fees });
      await mine();
      const { receipt, recipeId } = await waiting;
      expect(receipt.transactionHash).to.equal(faster).and.not.equal(hash);
      expect(recipeId).to.match(/^0x/);
    });

    it("is reported when the user cancels it, or sends something else in its place", async () => {
      for (const [reason, to] of [
        ["cancelled", stage.addressOf(1)],
        ["replaced", stage.addressOf(2)],
      ] as const) {
        const { client, waiting, hash } = await sent();
        const { nonce } = await stage.reader.getTransaction({ hash });
        const higher = { ...fees, maxFeePerGas: parseGwei("2000"), maxPriorityFeePerGas: parseGwei("900") };
        const replacement = await client.sendTransaction({
          to,
          value: 0n,
          nonce,
          ...(reason === "cancelled" ? fees : higher),
        });
        await mine();
        expect(await failureOf(waiting)).to.include({ name: "TransactionReplacedError", hash, replacement, reason });
      }
    });

    it("is told apart, pending or dropped, when the wait is over", async () => {
      const dropped = await sent(400);
      const { provider } = stage.protocol.connection;
      await provider.request({ method: "hardhat_dropTransaction", params: [dropped.hash] });
      expect(await failureOf(dropped.waiting)).to.include({ name: "TransactionDroppedError", hash: dropped.hash });
      const pending = await sent(400);
      expect(await failureOf(pending.waiting)).to.include({ name: "TransactionPendingError", hash: pending.hash });
    });

    it("has the nonce alone: another one underpriced is refused", async () => {
      const { client, hash, waiting } = await sent();
      const { nonce, to, input } = await stage.reader.getTransaction({ hash });
      const { toStudioError } = await import("@imprimatur/sdk/errors");
      const failure = await failureOf(
        client.sendTransaction({ to: to!, data: input, nonce, gas: 1_000_000n, gasPrice: 1n }),
      );
      expect(toStudioError(failure)).to.include({ name: "NonceError" });
      await mine();
      await waiting;
    });
  });
});
