// node firstReadOnce.mjs RPC STUDIO: prints one line of JSON, what a fresh process pays until the first read is answered.
// It imports the built package, as users do.
const [rpcUrl, studio] = process.argv.slice(2);

/** Processor time of this process so far, in milliseconds: other processes on the machine do not count. */
const spent = () => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};

const begin = spent();
const { createClient, http } = await import("viem");
const withViem = spent();
const { getStudio } = await import("@imprimatur/sdk");
const { name } = await getStudio(createClient({ transport: http(rpcUrl) }), { studio });
const end = spent();
console.log(JSON.stringify({ name, sdkMs: end - withViem, allMs: end - begin }));
