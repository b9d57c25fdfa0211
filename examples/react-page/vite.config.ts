import { readFileSync } from "node:fs";
import { defaultClientConditions, defineConfig } from "vite";

// What `npm start` writes; DEPLOYMENT names another deployment file.
const file = process.env["DEPLOYMENT"] ?? new URL("../../deployments/31337.json", import.meta.url);

export default defineConfig({
  root: import.meta.dirname,
  define: { DEPLOYMENT: readFileSync(file, "utf8") },
  // Within this repository the SDK is read from its sources; with the published package leave this line out.
  resolve: { conditions: ["source", ...defaultClientConditions] },
});
