import type { Command, CommandGroup } from "../command.ts";
import { ACCOUNT } from "./account.ts";
import { AGENT } from "./agent.ts";
import { AUDIT } from "./audit.ts";
import { BOARD } from "./board.ts";
import { BRAND } from "./brand.ts";
import { BUY } from "./buy.ts";
import { COMMISSION } from "./commission.ts";
import { CONFIG } from "./config.ts";
import { CURATE } from "./curate.ts";
import { DATASET } from "./dataset.ts";
import { EARN } from "./earn.ts";
import { EXPORT } from "./export.ts";
import { LOT } from "./lot.ts";
import { MANDATE } from "./mandate.ts";
import { MCP } from "./mcp.ts";
import { OFFER } from "./offer.ts";
import { REPORT } from "./report.ts";
import { STUDIO } from "./studio.ts";
import { VERIFY } from "./verify.ts";
import { VOTE } from "./vote.ts";

/** Everything the program does, in the order of its help. */
export const COMMANDS: readonly (Command | CommandGroup)[] = [
  ...[STUDIO, LOT, CURATE, OFFER, BUY, EARN, VOTE, BOARD],
  ...[MANDATE, COMMISSION, AGENT, BRAND, MCP],
  ...[AUDIT, VERIFY, REPORT, DATASET, EXPORT, CONFIG, ACCOUNT],
];
