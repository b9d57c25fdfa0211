import { type Address, isAddressEqual, isHash, type TypedDataDefinition } from "viem";
import { type reportTypedData, reportDomain, SCREENING_REPORT_TYPES } from "../compliance/report.ts";
import { SignatureForbiddenError } from "../errors/agent.ts";
import { producerOf } from "../types/ids.ts";

/** Whose reports are signed, about which registry. */
export type OwnReports = { producer: Address; chainId: number; assetRegistry: Address };

type Report = ReturnType<typeof reportTypedData>;

/**
 * The one thing that an agent signs beside its acts: what it searched for a lot of its own. What is signed is made anew of
 * the values that were checked; anything else throws {@link SignatureForbiddenError}.
 */
export function ownReport(definition: TypedDataDefinition, { producer, chainId, assetRegistry }: OwnReports): Report {
  const { primaryType, types } = definition;
  const message = messageOf(definition);
  const domain = reportDomain(chainId, assetRegistry);
  const isOwn =
    primaryType === "ScreeningReport" &&
    message !== undefined &&
    isAddressEqual(producerOf(message.lotId), producer) &&
    isDomain({ ...definition.domain }, domain) &&
    JSON.stringify(types) === JSON.stringify(SCREENING_REPORT_TYPES);
  if (!isOwn) throw new SignatureForbiddenError(`typed data of type ${primaryType} that is no report of its own lots`);
  return { domain, types: SCREENING_REPORT_TYPES, primaryType: "ScreeningReport", message };
}

/** A copy of what a report says; undefined where it is none. */
function messageOf(definition: TypedDataDefinition): Report["message"] | undefined {
  const { lotId, recipeId, screenedAt, body } = { ...definition.message } as Partial<Report["message"]>;
  if (typeof lotId !== "bigint" || typeof screenedAt !== "bigint") return undefined;
  return isHash(recipeId ?? "") && isHash(body ?? "")
    ? ({ lotId, recipeId, screenedAt, body } as Report["message"])
    : undefined;
}

function isDomain(found: Record<string, unknown>, expected: Report["domain"]): boolean {
  const told = (domain: object): string =>
    JSON.stringify(
      Object.entries(domain)
        .map(([field, value]) => [field, String(value).toLowerCase()])
        .sort(),
    );
  return told(found) === told(expected);
}
