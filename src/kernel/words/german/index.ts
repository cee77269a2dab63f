import { kernel } from './kernel.ts';

/** All that the server says to people, in German. What is kept stays English. */
export const german = { ...kernel } as const;
