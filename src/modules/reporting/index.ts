export { CHECKS, type Check, type Difference } from './difference.ts';
export {
  createVerifier,
  type Verification,
  type Verifier,
  type VerifierDeps,
} from './verify.service.ts';
