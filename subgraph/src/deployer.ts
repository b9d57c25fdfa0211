import { ContractDeployed } from "../generated/Deployer/Deployer";
import { ContractDeployment } from "../generated/schema";
import { eventId } from "./helpers/ids";
import { stamp } from "./helpers/stamp";

export function handleContractDeployed(event: ContractDeployed): void {
  const deployment = new ContractDeployment(eventId(event));
  stamp(deployment, event);
  deployment.name = event.params.name.toString();
  deployment.deployed = event.params.deployed;
  deployment.save();
}
