import { getBlock } from "viem/actions";
import { getOffer } from "../../actions/licensing/getOffer.ts";
import { publishOffer } from "../../actions/licensing/publishOffer.ts";
import { withdrawOffer } from "../../actions/licensing/withdrawOffer.ts";
import { LEGAL_PRESETS, type LegalPreset } from "../../legal/presets.ts";
import { offerWithText } from "../../legal/licenseText.ts";
import type { OfferArgs } from "../../licensing/offer.ts";
import { defined } from "../../types/defined.ts";
import type { Answer } from "../answer.ts";
import { type CommandGroup, defineCommand, flag, needed, option } from "../command.ts";
import { UsageError } from "../errors.ts";
import { EXIT_CODES } from "../exitCodes.ts";
import { toFailure, toLine } from "../failure.ts";
import { assertWritable, writeNew } from "../files.ts";
import { readRecipe } from "../lots.ts";
import { findOffer, listOffers } from "../offers.ts";
import { answerOf, perform, type Performed, step } from "../perform.ts";
import type { Session } from "../session.ts";
import { record, table } from "../table.ts";
import { formatDuration, formatPpm, formatTime } from "../time.ts";
import { formatAmount, parseAmount, readToken } from "../token.ts";
import * as values from "../values.ts";

const offerId = needed("id", "the offer", values.hash);

const PRESETS = LEGAL_PRESETS.filter((preset) => preset !== "none") as [LegalPreset, ...LegalPreset[]];

const publish = defineCommand({
  name: "publish",
  about: "Publish an offer under a recipe, with its license text",
  sends: true,
  options: {
    recipe: needed("recipe", "whose assets are offered: its number or id", values.recipe),
    token: needed("address", "ERC-20 in which the price is paid", values.address),
    price: needed("amount", "price of a license in whole tokens, such as 49.99", values.amount),
    duration: option("time", "how long a license lasts, such as 365d; perpetual by default", values.duration),
    end: needed("date", "end of the sale", values.moment),
    preset: option("name", `standard text: ${PRESETS.join(", ")}`, values.oneOf(PRESETS)),
    usages: option("list", "what a license allows; that of the text by default", values.usages),
    textHash: option("hash", "SHA-256 of a text of your own", values.hash),
    asset: option("id", "for this asset only", values.integer),
    lot: option("id", "for the assets of this lot only", values.integer),
    rate: option("share", "share of what is made from it, such as 5%", values.ppm),
    seats: option("number", "most seats of one license", values.count),
    supply: option("number", "most licenses that are sold", values.count),
    perPayer: option("number", "most licenses that one payer may buy", values.count),
    refundWindow: option("time", "how long an unused license may be returned", values.duration),
    penalty: option("share", "share of the price that is kept on a return", values.ppm),
    referral: option("share", "share of the price for a referrer", values.ppm),
    title: flag("sell the work itself instead of licenses"),
    exclusive: flag("license it to one buyer at a time"),
    transferable: flag("licenses may change hands"),
    revocable: flag("the studio may end a license against a refund"),
    out: option("file", "where the license text is written: keep it, the chain has only its hash", values.text),
  },
  examples: [
    "--recipe 4 --token 0x… --price 49.99 --duration 365d --end 2027-12-31 --preset commercial --out license.md --account alice",
  ],
  async run(session, given) {
    const { client, addresses } = await session.connect();
    const { recipe: named, token: address, price: written, preset, out, asset, lot, ...terms } = given;
    const [{ recipeId, recipe }, token] = [await readRecipe(session, named), await readToken(client, address)];
    if (asset !== undefined && lot !== undefined) throw new UsageError("--asset and --lot exclude each other.");
    const price = parseAmount(written, token);
    const scope =
      asset === undefined
        ? lot === undefined
          ? {}
          : { scope: "lot", scopeId: lot }
        : { scope: "asset", scopeId: asset };
    const { refundWindow, duration = "perpetual" as const, ...rest } = defined(terms);
    const unsigned = {
      ...rest,
      ...scope,
      ...{ recipeId, token: address, price, duration, free: price === 0n },
      ...(refundWindow === undefined ? {} : { refundWindow: Number(refundWindow) }),
    } as Omit<OfferArgs, "usages"> & Partial<Pick<OfferArgs, "usages">>;
    const text = preset === undefined ? undefined : offerWithText({ preset, offer: unsigned });
    if (text === undefined && unsigned.usages === undefined) throw new UsageError("--usages or --preset is needed.");
    if (out !== undefined && text === undefined) throw new UsageError("--out needs --preset: other texts are yours.");
    const offer = text?.offer ?? (unsigned as OfferArgs);
    if (out !== undefined) await assertWritable(session.path(out));
    const does = `offer recipe ${recipe} for ${formatAmount(price, token)}`;
    const performed = await perform(session, [step(does, publishOffer, { ...addresses, ...offer })]);
    const json = { recipe, textHash: offer.textHash ?? null, textFile: null };
    if (performed.state === "dryRun" || text === undefined || out === undefined) return answerOf(performed, { json });
    return keepText(session, performed, { json, markdown: text.markdown, out });
  },
});

/** Writes an offer's text; what was done is told whether that succeeds or not. */
async function keepText(
  session: Session,
  performed: Performed,
  { json, markdown, out }: { json: object; markdown: string; out: string },
): Promise<Answer> {
  try {
    const textFile = await writeNew(session.path(out), markdown);
    return answerOf(performed, { json: { ...json, textFile }, text: [`The license text is in ${textFile}.`] });
  } catch (error) {
    const failure = toFailure(error);
    const line = `The text was not kept: ${toLine(failure)}`;
    session.say(line);
    const unkept = [{ keeping: "text", ...failure }];
    return { ...answerOf(performed, { json: { ...json, unkept }, text: [line] }), exitCode: EXIT_CODES.unkept };
  }
}

const list = defineCommand({
  name: "list",
  about: "List offers with what they cost now",
  options: { recipe: option("number", "of this recipe only", values.count), all: flag("withdrawn and ended ones too") },
  examples: ["", "--recipe 4 --json"],
  async run(session, { recipe, all }) {
    const { client, addresses } = await session.connect();
    const published = await listOffers(session, recipe);
    const { timestamp: now } = await getBlock(client);
    const offers = [];
    for (const { offerId: id, recipe: of } of published) {
      const offer = await getOffer(client, { ...addresses, offerId: id });
      const live = !offer.withdrawn && offer.end > now;
      if (all || live) offers.push({ ...offer, offerId: id, recipe: of, live });
    }
    const tokens = new Map<string, Awaited<ReturnType<typeof readToken>>>();
    for (const { token } of offers) if (!tokens.has(token)) tokens.set(token, await readToken(client, token));
    const rows = offers.map(({ offerId: id, recipe: of, price, token, usages, duration, title, end }) => {
      const cost = tokens.get(token);
      const what = title ? "title" : usages.join(", ");
      return [
        id,
        of,
        cost === undefined ? price : formatAmount(price, cost),
        what,
        formatDuration(duration),
        formatTime(end),
      ];
    });
    return { json: { offers }, text: table(["offer", "recipe", "price", "conveys", "lasts", "sold until"], rows) };
  },
});

const show = defineCommand({
  name: "show",
  about: "Show an offer's terms as stored",
  args: { offer: offerId },
  examples: ["0x…"],
  async run(session, { offer: id }) {
    const { client, addresses } = await session.connect();
    const { terms } = await findOffer(session, id);
    const offer = await getOffer(client, { ...addresses, offerId: id });
    const token = await readToken(client, offer.token);
    const { price, duration, start, end, rate, referral, penalty, usages, referrerRoot: _, ...rest } = offer;
    const entries = {
      price: formatAmount(price, token),
      duration: formatDuration(duration),
      usages: usages.join(", "),
      start: formatTime(start),
      end: formatTime(end),
      ...{ rate: formatPpm(rate), referral: formatPpm(referral), penalty: formatPpm(penalty) },
      ...rest,
      textHash: terms.textHash,
    };
    return {
      json: { offerId: id, ...offer, textHash: terms.textHash ?? null, token: { ...token } },
      text: record(Object.entries(entries)),
    };
  },
});

const withdraw = defineCommand({
  name: "withdraw",
  about: "End an offer for good; licenses sold under it stay",
  sends: true,
  args: { offer: offerId },
  examples: ["0x… --account alice --yes"],
  async run(session, { offer: id }) {
    const { addresses } = await session.connect();
    const { recipe } = await findOffer(session, id);
    const does = `withdraw offer ${id} of recipe ${recipe}`;
    return answerOf(await perform(session, [step(does, withdrawOffer, { ...addresses, offerId: id })]));
  },
});

export const OFFER: CommandGroup = {
  name: "offer",
  about: "Publish, look up and withdraw offers",
  commands: [publish, list, show, withdraw],
};
