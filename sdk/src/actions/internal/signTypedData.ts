import { signTypedData as sign } from "viem/actions";
import { explained } from "./failure.ts";

/** viem's, with the errors of this SDK: a user may refuse, a wallet may be on another chain. */
export const signTypedData: typeof sign = (client, parameters) => explained(() => sign(client, parameters));
