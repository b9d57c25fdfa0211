import { generateTypes } from "./compileSubgraph.ts";

/** Types of the events and entities, for editors. */
await generateTypes();
