import type { Address } from "viem";
import { batchRoyalties } from "../../actions/royalties/batchRoyalties.ts";
import { getRoyaltyBalance } from "../../actions/royalties/getRoyaltyBalance.ts";
import { settleUp } from "../../actions/royalties/settleUp.ts";
import { withdraw as withdrawAction } from "../../actions/royalties/withdraw.ts";
import { exportEarnings } from "../../statements/exportEarnings.ts";
import { prepareSettlement } from "../../statements/prepareSettlement.ts";
import { type CommandGroup, defineCommand, needed, option } from "../command.ts";
import { CheckFailedError } from "../errors.ts";
import { writeNew } from "../files.ts";
import { answerOf, perform, step } from "../perform.ts";
import type { Session } from "../session.ts";
import { table } from "../table.ts";
import { formatTime } from "../time.ts";
import { formatAmount, readToken } from "../token.ts";
import * as values from "../values.ts";

const payee = option("address", "whose income it is; the account's by default", values.address);
const PERIOD = {
  from: option("date", "first moment of the period", values.moment),
  to: option("date", "last moment of the period", values.moment),
};

const payeeOf = async (session: Session, named: Address | undefined): Promise<Address> => named ?? session.address();

const statement = defineCommand({
  name: "statement",
  about: "List every sale that earned an account something, with its exact share",
  options: { payee, ...PERIOD, csv: option("file", "where the lines are written as CSV", values.text) },
  examples: ["--payee 0x… --from 2026-01-01 --to 2026-03-31 --csv q1.csv"],
  async run(session, { payee: named, from, to, csv: file }) {
    const { client, addresses, fromBlock } = await session.connect();
    const account = await payeeOf(session, named);
    const period = { ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) };
    const { rows, totals, csv } = await exportEarnings(client, { addresses, account, fromBlock, ...period });
    const written = file === undefined ? null : await writeNew(session.path(file), csv);
    const lines = rows.map(({ timestamp, reason, recipe, assetId, token, share }) => {
      return [formatTime(timestamp), reason, recipe, assetId, token, share];
    });
    const sums = totals.map(({ token, opening, period: earned, claimable, unsettled }) => {
      return [token, opening, earned, claimable, unsettled];
    });
    return {
      json: { account, totals, rows, file: written },
      text: [
        ...table(["time", "reason", "recipe", "asset", "token", "share"], lines),
        "",
        ...table(["token", "before", "in the period", "claimable", "to be settled"], sums),
        ...(written === null ? [] : [`Written to ${written}.`]),
      ],
    };
  },
});

/** What would reach a payee by settling and claiming, and what already lies there. */
async function prospects(session: Session, account: Address) {
  const { client, addresses, fromBlock } = await session.connect();
  const { amounts, calls } = await prepareSettlement(client, { addresses, payee: account, fromBlock });
  const { totals } = await exportEarnings(client, { addresses, account, fromBlock });
  const tokens = [...new Set([...amounts, ...totals].map(({ token }) => token))];
  const found = tokens.map(async (address) => {
    const token = await readToken(client, address);
    const balance = await getRoyaltyBalance(client, { ...addresses, token: address, payee: account });
    const coming = amounts.find((each) => each.token === address)?.amount ?? 0n;
    return { token, balance, coming };
  });
  return { calls, tokens: await Promise.all(found) };
}

const claimable = defineCommand({
  name: "claimable",
  about: "Say what an account can claim and withdraw now",
  options: { payee },
  examples: ["--payee 0x…"],
  async run(session, { payee: named }) {
    const account = await payeeOf(session, named);
    const { tokens } = await prospects(session, account);
    const rows = tokens.map(({ token, balance, coming }) => [
      formatAmount(coming, token),
      formatAmount(balance, token),
      token.address,
    ]);
    const list = tokens.map(({ token, balance, coming }) => ({ token: token.address, claimable: coming, balance }));
    return { json: { account, tokens: list }, text: table(["to be claimed", "to be withdrawn", "token"], rows) };
  },
});

const settle = defineCommand({
  name: "settle",
  about: "Pass a recipe's income on to its lineage; anybody may",
  sends: true,
  options: {
    recipe: needed("number", "the recipe and everything made from it", values.count),
    token: needed("address", "the token", values.address),
  },
  examples: ["--recipe 1 --token 0x… --account alice --yes"],
  async run(session, { recipe, token }) {
    const { addresses } = await session.connect();
    return answerOf(
      await perform(session, [step(`settle recipe ${recipe}`, settleUp, { ...addresses, recipe, token })]),
    );
  },
});

const claim = defineCommand({
  name: "claim",
  about: "Settle and claim everything that an account has earned, whatever the depth of its lineage",
  sends: true,
  options: { payee },
  examples: ["--account alice --yes"],
  async run(session, { payee: named }) {
    const { addresses } = await session.connect();
    const account = await payeeOf(session, named);
    const { calls, tokens } = await prospects(session, account);
    if (calls.length === 0) throw new CheckFailedError(`There is nothing to claim for ${account}.`);
    const amounts = tokens.filter(({ coming }) => coming > 0n).map(({ coming, token }) => formatAmount(coming, token));
    const does = `claim ${amounts.join(" and ")} for ${account}`;
    const args = { ...addresses, calls: calls.map(({ data }) => data) };
    return answerOf(await perform(session, [step(does, batchRoyalties, args)]));
  },
});

const withdraw = defineCommand({
  name: "withdraw",
  about: "Send an account its claimed balance in a token",
  sends: true,
  options: { payee, token: needed("address", "the token", values.address) },
  examples: ["--token 0x… --account alice --yes"],
  async run(session, { payee: named, token: address }) {
    const { client, addresses } = await session.connect();
    const account = await payeeOf(session, named);
    const token = await readToken(client, address);
    const balance = await getRoyaltyBalance(client, { ...addresses, token: address, payee: account });
    if (balance === 0n) throw new CheckFailedError(`There is nothing to withdraw for ${account}: claim it first.`);
    const does = `withdraw ${formatAmount(balance, token)} for ${account}`;
    return answerOf(
      await perform(session, [step(does, withdrawAction, { ...addresses, token: address, payee: account })]),
    );
  },
});

export const EARN: CommandGroup = {
  name: "earn",
  about: "See, settle, claim and withdraw earnings",
  commands: [statement, claimable, settle, claim, withdraw],
};
