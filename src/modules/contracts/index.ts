export type { AtEnd, Contract, Notice, Term } from './contract.ts';
export { type ContractInput, type Contracts, createContracts } from './contracts.service.ts';
export {
  contractInForceOn,
  contractPriceOn,
  type Floor,
  floorAgainst,
  floorOn,
  type NoticeTerm,
} from './floors.ts';
export { createContractMilestones } from './milestones.service.ts';
export { signedBy } from './terms.ts';
