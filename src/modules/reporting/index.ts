export type { Check, Difference } from './difference.ts';
export {
  createVerifier,
  type Verification,
  type Verifier,
  type VerifierDeps,
} from './verify.service.ts';
