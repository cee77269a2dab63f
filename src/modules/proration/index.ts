export { type Proration, prorate } from './prorate.ts';
