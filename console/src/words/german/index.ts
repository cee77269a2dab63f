import { licenses } from './licenses.ts';
import { shell } from './shell.ts';

/** All that the console says, in German; loaded only by those who read it. */
export const german = { ...licenses, ...shell } as const;
