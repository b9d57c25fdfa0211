// node inNode.mjs '{"rpcUrl": …, "deployment": …, "name": …}': prints the studio's name.
import { useStudio } from "./useStudio.mjs";

console.log(await useStudio(JSON.parse(process.argv[2])));
