import { compileSubgraph } from "./compileSubgraph.ts";

/** Types and compiled mappings, for no deployment in particular. */
console.log(await compileSubgraph());
