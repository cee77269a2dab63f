import { everywhere } from './everywhere.ts';
import { licenses } from './licenses.ts';
import { shell } from './shell.ts';

/** All that the console says, in German; loaded only by those who read it. */
export const german = { ...everywhere, ...licenses, ...shell } as const;
