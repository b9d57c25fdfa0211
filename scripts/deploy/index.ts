export { CREATE2_FACTORY } from "./create2Factory.ts";
export { writeDeployment } from "./deploymentFile.ts";
export { deployPermit2, PERMIT2 } from "./deployPermit2.ts";
export { deployMocks, type DeployMocksParameters } from "./deployMocks.ts";
export { deployProtocol, type DeployProtocolParameters } from "./deployProtocol.ts";
export { nameSalt } from "./nameSalt.ts";
export { MOCK_NAMES, type MockName, PROTOCOL_NAMES, type ProtocolName } from "./names.ts";
export { readArtifacts } from "./readArtifacts.ts";
export type {
  CompiledArtifacts,
  DeployArtifact,
  DeployClients,
  DeployedContract,
  Deployment,
  ProtocolArtifacts,
} from "./types.ts";
