// Written by scripts/generate from the compiled contracts: npm run generate

import { defineWatch, type WatchAction } from "../../actions/internal/defineWatch.ts";
import {
  attestationsAttestationRevokedEvent,
  attestationsAttestedEvent,
  attestationsEIP712DomainChangedEvent,
} from "../../abi/items/attestations.ts";

/** Watches `AttestationRevoked` of Attestations. */
export const watchAttestationRevoked: WatchAction<"attestations", typeof attestationsAttestationRevokedEvent> =
  /* @__PURE__ */ defineWatch("attestations", attestationsAttestationRevokedEvent);

/** Watches `Attested` of Attestations. */
export const watchAttested: WatchAction<"attestations", typeof attestationsAttestedEvent> = /* @__PURE__ */ defineWatch(
  "attestations",
  attestationsAttestedEvent,
);

/** Watches `EIP712DomainChanged` of Attestations. */
export const watchAttestationsEIP712DomainChanged: WatchAction<
  "attestations",
  typeof attestationsEIP712DomainChangedEvent
> = /* @__PURE__ */ defineWatch("attestations", attestationsEIP712DomainChangedEvent);
