/** The command line in a clone, from its sources, where npm was called: `npm run -s imprimatur -- verify FILE`. */
process.chdir(process.env["INIT_CWD"] ?? ".");
await import("../sdk/src/cli/bin.ts");
