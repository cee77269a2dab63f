import { afterAll, beforeAll, expect, test } from 'vitest';
import { beginStory, made, type Story, usd } from './story.ts';

let story: Story;
beforeAll(async () => {
  story = await beginStory();
});
afterAll(() => story.close());

const object = (fields: object) => ({
  created_at: '2026-10-01T00:00:00Z',
  last_used_at: '2026-10-02T00:00:00Z',
  ...fields,
});

const OBJECTS = {
  'old-list': { meter: 'data', kind: 'data_list', name: 'Old', bytes: 1_000_000_000, records: 9 },
  huge: {
    meter: 'data',
    kind: 'data_list',
    name: 'Huge',
    bytes: 1_500_000_000,
    records: 500_000,
    dialed_records: 10_000,
  },
  calls: { meter: 'recordings', kind: 'call_recording', name: 'Calls', bytes: 1_500_000_000 },
  film: { meter: 'files', kind: 'file', name: 'Film', bytes: 1_500_000_000 },
};

/** “I’m getting billed for a storage usage fee each month. What can I do?” */
test('the three ways are named with what each saves, and taking them ends the fee', async () => {
  const at = (path: string) => `${story.path}/storage${path}`;
  for (const [id, fields] of Object.entries(OBJECTS)) {
    await made(story.own.put(at(`/objects/${id}`), object(fields)));
  }
  await made(story.own.delete(at('/objects/old-list')));

  const { answer, facts } = await story.ask('how-to-lower-storage-fee');
  // Data 1.5 GB over at $30.00, recordings 1 GB at $20.00, files 1 GB at $10.00.
  expect(facts.fee_per_month).toEqual(usd('75.00'));
  expect(answer).toContain('$75.00 for a whole month');
  expect(
    facts.purge_plan.map((row: { kind: string; saves_per_month: object }) => [
      row.kind,
      row.saves_per_month,
    ]),
  ).toEqual([
    ['deleted_records', usd('30.00')],
    ['recordings', usd('20.00')],
    ['large_files', usd('10.00')],
    ['undialed_lists', usd('15.00')],
  ]);
  expect(answer).toContain('Only 10,000 of the 500,000 names in “Huge” were dialed');

  for (const row of facts.purge_plan) {
    for (const id of row.objects) await made(story.own.delete(at(`/objects/${id}`)));
    await made(story.own.post(at('/purges'), { objects: row.objects }));
  }
  const after = await story.ask('how-to-lower-storage-fee');
  expect(after.facts.fee_per_month).toEqual(usd('0.00'));
  expect(after.answer).toContain('Everything is within its allowance');
});

test('the fee charged at the renewal is the fee that was projected', async () => {
  await made(story.own.put(`${story.path}/storage/objects/film2`, object(OBJECTS.film)));
  const storage = await made(story.own.get(`${story.path}/storage`));
  await story.advance('2026-12-01T06:00:00Z');
  const invoices = await made(story.own.get(`${story.path}/invoices`));
  const line = invoices.data[0].lines.find((one: { kind: string }) => one.kind === 'storage');
  // From the 17th on 14 of 30 days: 1 GB × $10.00 × 14 ÷ 30.
  expect(line.amount).toEqual(usd('4.67'));
  expect(line.amount).toEqual(storage.projected_fee);
});
