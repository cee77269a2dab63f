import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { ConfigurationError } from '../../../config.ts';
import { readClients } from './clients.ts';

const folder = mkdtempSync(path.join(os.tmpdir(), 'tollkeeper-radius-'));
afterAll(() => rmSync(folder, { recursive: true }));

const good = { name: 'one', address: '10.0.0.0/24', secret: '0123456789abcdef' };

function clientsOf(text: unknown) {
  const file = path.join(folder, 'clients.json');
  writeFileSync(file, typeof text === 'string' ? text : JSON.stringify(text));
  return readClients(file);
}

test('a client is known by its address or network, the first entry that fits', () => {
  const clients = clientsOf([
    { ...good, name: 'host', address: '10.0.0.7' },
    good,
    { ...good, name: 'six', address: 'fd00::/8', users: { 101: 'emp_1' }, activities: { 5: 'x' } },
  ]);
  expect(clients.from('10.0.0.7')?.name).toBe('host');
  expect(clients.from('10.0.0.8')).toMatchObject({ name: 'one', seconds: 3_600 });
  expect(clients.from('10.0.1.8')).toBeUndefined();
  expect(clients.from('fd12::1')?.users.get('101')).toBe('emp_1');
});

test.each([
  ['no list', {}],
  ['an empty list', []],
  ['a short secret', [{ ...good, secret: 'short' }]],
  ['an address that is none', [{ ...good, address: '10.0.0' }]],
  ['a network wider than addresses are', [{ ...good, address: '10.0.0.0/33' }]],
  ['a company that is none', [{ ...good, company: 'ba_1' }]],
  ['a payer that is none', [{ ...good, users: { 101: 'co_1' } }]],
  ['a field that nobody knows', [{ ...good, adress: '' }]],
])('%s is refused at start', (_, content) => {
  expect(() => clientsOf(content)).toThrow(ConfigurationError);
});

test('a file that is not JSON is refused without quoting its secrets', () => {
  expect(() => clientsOf('[{"secret": "hush", ]')).toThrow(ConfigurationError);
  try {
    clientsOf('[{"secret": "hush", ]');
  } catch (error) {
    expect(String(error)).not.toContain('hush');
  }
  expect(() => readClients(path.join(folder, 'absent.json'))).toThrow(/cannot be read: ENOENT/);
});
