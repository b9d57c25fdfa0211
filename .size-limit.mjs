// What `size-limit` holds the built SDK to: each action alone with its waiting form, the root entry whole, the log reader.
import * as actions from "./sdk/dist/actions/index.js";

/** What users bring along. */
const PEERS = ["@tanstack/react-query", "ethers", "react", "viem", "wagmi"];

/** An action loads the decoder of errors when the first error comes; the sum of everything counts it. */
const onDemand = {
  name: "what is loaded on demand",
  setup: (build) =>
    build.onResolve({ filter: /^\./ }, ({ kind, path }) =>
      kind === "dynamic-import" ? { path, external: true } : undefined,
    ),
};

const named = (names) => `{ ${names.join(", ")} }`;

const check = (name, files, limit, plugins) => ({
  name,
  ...files,
  gzip: true,
  ignore: PEERS,
  limit,
  modifyEsbuildConfig: (config) => ({ ...config, format: "esm", platform: "browser", plugins }),
});

const config = Object.keys(actions)
  .filter((name) => !name.endsWith("AndWait"))
  .map((name) => {
    const forms = [name, `${name}AndWait`].filter((form) => form in actions);
    return check(name, { path: "sdk/dist/actions/index.js", import: named(forms) }, "3 KiB", [onDemand]);
  });
config.push(check("everything", { path: "sdk/dist/index.js" }, "60 KiB", []));
config.push(check("logs", { path: "sdk/dist/logs/index.js" }, "50 KiB", []));

export default config;
