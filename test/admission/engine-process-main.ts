import { openServer } from '../../src/database/connect.ts';
import { silentLog } from '../../src/database/log.ts';
import { createServices } from '../../src/services.ts';
import type { Answered, Asked, Calls } from './engine-process.ts';

/** Answers what its parent asks of an engine, until the parent lets go of it. */
const { target, now } = JSON.parse(process.argv[2] ?? '');
const open = await openServer(target, silentLog, 5);
const calls: Calls = createServices(open, { now: () => new Date(now) }).admission;

async function answer({ id, method, parameters }: Asked): Promise<Answered> {
  try {
    const call = calls[method] as (...given: readonly unknown[]) => Promise<unknown>;
    return { id, answer: await call(...parameters) };
  } catch (error) {
    return { id, fault: String(error) };
  }
}

process.on('message', async (asked: Asked) => {
  const answered = await answer(asked);
  if (process.connected) process.send?.(answered);
});
process.on('disconnect', () => void open.close());
process.send?.({ id: 0 });
