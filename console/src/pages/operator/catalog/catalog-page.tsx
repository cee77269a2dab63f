import { Card, Stack, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { Schemas } from '@tollkeeper/sdk';
import { useState } from 'react';
import { client } from '../../../api/queries.ts';
import { HashTabs } from '../../../parts/hash-tabs.tsx';
import { Loaded } from '../../../parts/loaded.tsx';
import { PageHeading } from '../../../parts/page-heading.tsx';
import { say } from '../../../words/say.ts';
import { Drafts } from './drafts.tsx';
import { Entries } from './entries.tsx';
import { type CatalogKind, KINDS, sayCode } from './kinds.ts';

const VIEWS = Object.entries(KINDS).map(([id, { label }]) => ({ id: id as CatalogKind, label }));

/** What is sold and allowed: every entry as it stands, its versions, and what is being drafted. */
export function CatalogPage() {
  // Together, so that the drafts do not push the entries down when they come.
  const both = useQuery({
    queryKey: ['catalog', 'with-drafts'],
    queryFn: () =>
      Promise.all([client.get('/v1/catalog', {}), client.get('/v1/catalog/drafts', {})]),
  });
  return (
    <>
      <PageHeading
        title={say('Catalog')}
        about={say('Every change is a new version; what was charged is never repriced')}
      />
      <Loaded query={both} height={420}>
        {([data, { data: drafts }]) => (
          <Stack gap="lg">
            <Drafts catalog={data} drafts={drafts} />
            <HashTabs label={say('Kinds of entries')} views={VIEWS}>
              {({ id }) => <Searched catalog={data} kind={id} />}
            </HashTabs>
          </Stack>
        )}
      </Loaded>
    </>
  );
}

/** More than these are searched, not scrolled through. */
const SEARCH_FROM = 8;

function Searched({ catalog, kind }: { catalog: Schemas['Catalog']; kind: CatalogKind }) {
  const [search, setSearch] = useState('');
  const all = catalog[KINDS[kind].list];
  const wanted = search.trim().toLowerCase().replace(/^\+/, '');
  const found = all.filter(({ code, name }) =>
    `${code} ${String(name ?? '')} ${sayCode(kind, code)}`.toLowerCase().includes(wanted),
  );
  return (
    <Card>
      {all.length < SEARCH_FROM ? null : (
        <TextInput
          label={say('Search')}
          placeholder={kind === 'rate' ? say('A prefix, such as 44') : say('Name or code')}
          value={search}
          onChange={(event) => setSearch(event.currentTarget.value)}
          mb="md"
          maw={360}
        />
      )}
      <Entries kind={kind} entries={found} catalog={catalog} />
    </Card>
  );
}
