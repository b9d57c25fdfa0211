import { deepEqual } from "node:assert/strict";
import { addressId, createSubgraphClient } from "@imprimatur/sdk/subgraph";
import type { Scene } from "../scene.ts";
import type { Answered } from "./board.ts";
import { type House, SEATED } from "./house.ts";
import { CONTRIBUTOR, EVIDENCE } from "./members.ts";

/** What the chapters did, by id. */
export interface Decisions {
  executed: bigint[];
  vetoed: bigint;
  override: bigint;
  claim: Answered;
  assetId: bigint;
  curation: `0x${string}`;
}

const QUERY = /* GraphQL */ `
  query House($studio: ID!, $governor: String!, $board: ID!) {
    studio(id: $studio) {
      preset
      curation {
        id
      }
      board {
        id
      }
      moduleReplacements {
        kind
        newModule {
          id
        }
      }
    }
    proposals(where: { governance: $governor }, orderBy: creationTime) {
      proposalId
      executed
      canceled
      isOverride
      quorumFactor
    }
    reputationGrants(where: { governance: $governor, sourceName: "grant" }) {
      account {
        id
      }
      evidence
    }
    ethicsBoard(id: $board) {
      seats(orderBy: number) {
        number
        holder {
          id
        }
      }
      vetoes {
        proposalId
      }
      claims {
        claimId
        status
        finding
        review {
          reviewId
          power
          enacted
        }
      }
    }
  }
`;

/** The subgraph tells the same story. */
export async function compareGovernance(scene: Scene, house: House, decisions: Decisions): Promise<void> {
  const { cast, stack, teller } = scene;
  const { graphqlUrl: url } = stack;
  if (url === undefined) return;
  await teller.step("GraphQL tells the same of the house", async () => {
    const subgraph = createSubgraphClient({ url });
    const reader = cast.inStudio("relayer", house);
    await subgraph.waitForIndexed({ blockNumber: await reader.getBlockNumber({ cacheTime: 0 }) });
    const ids = { studio: house.studio, governor: house.governor, board: house.board };
    const variables = Object.fromEntries(Object.entries(ids).map(([name, id]) => [name, addressId(id)]));
    const found = await subgraph.query(QUERY, variables);
    const seat = (number: number, role: Parameters<typeof cast.addressOf>[0]) => ({
      number,
      holder: { id: addressId(cast.addressOf(role)) },
    });
    const { executed, vetoed, override, claim, curation } = decisions;
    const ordinary = { isOverride: false, quorumFactor: 1 };
    const passed = (id: bigint) => ({ proposalId: String(id), executed: true, canceled: false, ...ordinary });
    const [first, second, ...later] = executed;
    deepEqual(found, {
      studio: {
        preset: "House",
        curation: { id: addressId(curation) },
        board: { id: addressId(house.board) },
        moduleReplacements: [{ kind: "Curation", newModule: { id: addressId(curation) } }],
      },
      proposals: [
        ...[first, second].map((id) => passed(id ?? 0n)),
        { proposalId: String(vetoed), executed: false, canceled: true, ...ordinary },
        { ...passed(override), isOverride: true, quorumFactor: 2 },
        ...later.map(passed),
      ],
      reputationGrants: [{ account: { id: addressId(cast.addressOf(CONTRIBUTOR)) }, evidence: EVIDENCE }],
      ethicsBoard: {
        seats: [
          seat(1, SEATED[0]),
          seat(2, SEATED[1]),
          seat(3, "firstContributor"),
          seat(4, SEATED[3]),
          seat(5, SEATED[4]),
        ],
        vetoes: [{ proposalId: String(vetoed) }],
        claims: [
          {
            claimId: String(claim.claimId),
            status: "Answered",
            finding: "Upheld",
            review: { reviewId: String(claim.reviewId), power: "Quarantine", enacted: true },
          },
        ],
      },
    });
    return { value: undefined, shown: "proposals, seats, veto, claim and modules compared, no difference" };
  });
}
