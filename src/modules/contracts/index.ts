export type { AtEnd, Contract, ContractInput, Draft, Notice, Term } from './contract.ts';
export { refuseOverlap, refuseTerms } from './contract-refusals.service.ts';
export { CONTRACT_STATES, type ContractState, stateOn } from './contract-state.ts';
export { type Contracts, createContracts } from './contracts.service.ts';
export { type ContractDrafts, createContractDrafts } from './drafts.service.ts';
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
