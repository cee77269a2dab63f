import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { Command } from 'commander';
import type { OpenAPI3 } from 'openapi-typescript';
import { describeApi } from '../app.ts';
import { readConfig } from '../config.ts';

const root = path.resolve(import.meta.dirname, '../..');
const DOCUMENT = path.join(root, 'src/http/openapi.json');
const CLIENT_TYPES = path.join(root, 'sdk/src/generated/openapi.ts');

export function openapiCommand(): Command {
  return new Command('openapi')
    .description('write the OpenAPI document and the types of the client again')
    .action(async () => {
      const written = await describeAll();
      await writeFile(DOCUMENT, written.document);
      await writeFile(CLIENT_TYPES, written.clientTypes);
      console.log(`Written: ${DOCUMENT}\nWritten: ${CLIENT_TYPES}`);
    });
}

/** Both files as they should be; a test compares them with those that are committed. */
export async function describeAll(): Promise<{ document: string; clientTypes: string }> {
  // Only those who work on the product have it installed.
  const { default: openapiTypescript, astToString } = await import('openapi-typescript');
  const document = `${JSON.stringify(await describeApi(readConfig({})), null, 2)}\n`;
  const syntax = await openapiTypescript(JSON.parse(document) as OpenAPI3);
  const note = '/** Generated from src/http/openapi.json by `bin/tollkeeper openapi`. */\n';
  return { document, clientTypes: note + astToString(syntax) };
}
