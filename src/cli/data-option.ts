import path from 'node:path';
import { Option } from 'commander';

/** `.tollkeeper` in the clone, which Git ignores. */
export const defaultDataDirectory = path.resolve(import.meta.dirname, '../../.tollkeeper');

/** Where the embedded PostgreSQL lives; the same option for every command that uses it. */
export function dataOption(): Option {
  return new Option('--data <folder>', 'the data folder')
    .env('TOLLKEEPER_DATA')
    .default(defaultDataDirectory, '.tollkeeper in the clone');
}
