/** Version of the protocol this SDK speaks, as used in every EIP-712 domain. */
export const PROTOCOL_VERSION = "1";
