export { createSimulations, type Simulations } from './simulation.service.ts';
export type {
  PeopleChange,
  Simulation,
  SupposedChange,
  SupposedPrices,
  WhatIf,
} from './what-if.ts';
