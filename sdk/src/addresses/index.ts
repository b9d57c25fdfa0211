export { checkDeployment } from "./checkDeployment.ts";
export { clockOf, type Clock } from "./clock.ts";
export { type Addresses, addressesOf, type Deployment, deploymentBlockOf } from "./deployment.ts";
