import { zeroAddress } from "viem";
import { studioFactoryStudioCreatedEvent } from "../../abi/index.ts";
import { createStudio } from "../../actions/studio/createStudio.ts";
import { clockOf } from "../../addresses/clock.ts";
import { fetchLogs } from "../../logs/fetchLogs.ts";
import { nameOf } from "../../types/codec.ts";
import { PRESETS } from "../../types/enums.ts";
import { type CommandGroup, defineCommand, needed, option, several } from "../command.ts";
import { answerOf, perform, step } from "../perform.ts";
import type { Session } from "../session.ts";
import { listIndexedStudios, type ListedStudio } from "../studios.ts";
import { record, table } from "../table.ts";
import { formatTime } from "../time.ts";
import * as values from "../values.ts";

const create = defineCommand({
  name: "create",
  about: "Create a studio: treasury, governor, reputation, gate and, with seats, an ethics board",
  sends: true,
  options: {
    name: needed("text", "its name, at most 31 bytes", values.text),
    symbol: needed("text", "symbol of its reputation, at most 31 bytes", values.text),
    preset: needed("preset", `one of ${PRESETS.join(", ")}`, values.oneOf(PRESETS)),
    founder: several("address", "who begins with 1,000 REP each", values.address),
    seat: several("address", "first holder of a seat of the ethics board: 5, 7 or 9 of them", values.address),
    registrar: option("address", "who registers recipes and mints for it", values.address),
    charter: needed("hash", "SHA-256 of the first charter file", values.hash),
    salt: option("hash", "fixes its address together with the sender", values.hash),
  },
  examples: [
    "--name 'Atelier Nord' --symbol NORD --preset solo --founder 0x70997970C51812dc3A010C7d01b50e0d17dc79C8 --charter 0x… --account alice",
  ],
  async run(session, { name, symbol, preset, founder: founders, seat: seats, charter, ...rest }) {
    const { addresses, chainId } = await session.connect();
    const { registrar, salt } = rest;
    const args = {
      ...addresses,
      ...clockOf(chainId),
      ...{ name, symbol, preset, founders, seats, charter },
      ...(registrar === undefined ? {} : { registrar }),
      ...(salt === undefined ? {} : { salt }),
    };
    return answerOf(await perform(session, [step(`create the studio ${name}`, createStudio, args)]));
  },
});

const show = defineCommand({
  name: "show",
  about: "Show a studio and its modules",
  args: { studio: option("address", "the studio; that of --studio by default", values.address) },
  examples: ["0x5FbDB2315678afecb367f032d93F642f64180aa3", "--json"],
  async run(session, { studio: named }) {
    const asked = named === undefined ? session : session.about(named);
    const studio = await asked.studio();
    const { createdAt, board, registrar, ...rest } = studio;
    const { name, symbol, preset, charterVersion, ...modules } = rest;
    return {
      json: studio,
      text: record([
        ...Object.entries({ name, symbol, preset, charterVersion, ...modules }),
        ["board", board === zeroAddress ? "none" : board],
        ["registrar", registrar ?? "nobody"],
        ["created", formatTime(createdAt)],
      ]),
    };
  },
});

const list = defineCommand({
  name: "list",
  about: "List the studios of the chain",
  examples: ["", "--subgraph http://127.0.0.1:8000/subgraphs/name/subgraph-0"],
  async run(session) {
    const subgraph = await session.subgraph();
    const studios = subgraph === undefined ? await listLogged(session) : await listIndexedStudios(subgraph);
    const rows = studios.map(({ name, symbol, preset, studio, timelock }) => [name, symbol, preset, studio, timelock]);
    return { json: { studios }, text: table(["name", "symbol", "preset", "studio", "treasury"], rows) };
  },
});

async function listLogged(session: Session): Promise<ListedStudio[]> {
  const { client, addresses, fromBlock } = await session.connect();
  const events = [studioFactoryStudioCreatedEvent] as const;
  const logs = await fetchLogs(client, { address: addresses.studioFactory, events, fromBlock });
  return logs.map(({ args: { studio, timelock, config } }) => {
    const { name, symbol } = config;
    return { studio, name, symbol, preset: nameOf(PRESETS, config.preset), timelock };
  });
}

export const STUDIO: CommandGroup = {
  name: "studio",
  about: "Create and look up studios",
  commands: [create, show, list],
};
