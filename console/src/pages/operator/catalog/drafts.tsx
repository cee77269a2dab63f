import { Badge, Button, Card, Group, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { Schemas } from '@tollkeeper/sdk';
import { useState } from 'react';
import { useAttempt } from '../../../api/attempt.ts';
import { sayMoney } from '../../../api/money.ts';
import { client, refresh } from '../../../api/queries.ts';
import { sayDay, sayInstant } from '../../../api/time.ts';
import { Failed, Loaded } from '../../../parts/loaded.tsx';
import { say } from '../../../words/say.ts';
import { DifferenceList } from './difference-list.tsx';
import { differences, inForceOn, KINDS, sayCode } from './kinds.ts';

type Draft = Schemas['CatalogDraft'];
type Catalog = Schemas['Catalog'];

/** What is about to change, beside what is in force; published or discarded from here. */
export function Drafts({ catalog, drafts }: { catalog: Catalog; drafts: readonly Draft[] }) {
  if (drafts.length === 0) return null;
  return (
    <Card component="section" aria-label={say('Drafts')}>
      <Title order={2} size="h4" mb="xs">
        {say('Drafts')}
      </Title>
      <Stack gap={0} component="ul" m={0} p={0} className="rows">
        {drafts.map((draft) => (
          <DraftRow key={draft.id} draft={draft} catalog={catalog} />
        ))}
      </Stack>
    </Card>
  );
}

function DraftRow({ draft, catalog }: { draft: Draft; catalog: Catalog }) {
  const { kind, code, effective_on: from } = draft;
  const entry = catalog[KINDS[kind].list].find((one) => one.code === code);
  const day = from ?? new Date().toISOString().slice(0, 10);
  const before = entry && inForceOn(entry.versions, day);
  const { busy, error, publish, discard } = useSteps(draft.id);
  return (
    <li className="row">
      <Group justify="space-between" py="sm" align="flex-start">
        <div>
          <Group gap="xs">
            <Text size="sm" fw={600}>
              {sayCode(kind, code)}
            </Text>
            {entry === undefined ? <Badge color="ink">{say('new')}</Badge> : null}
            <Text size="sm" c="dimmed">
              {saySaved(draft)}
            </Text>
          </Group>
          {before === undefined ? null : (
            <DifferenceList differences={differences(kind, before, draft.body)} />
          )}
          {kind === 'license_type' ? <Effect draft={draft} /> : null}
          {error === undefined ? null : <Failed error={error} />}
        </div>
        <Group gap="xs">
          <Button size="xs" loading={busy} onClick={publish}>
            {from === null ? say('Publish now') : say('Publish from {day}', { day: sayDay(from) })}
          </Button>
          <Button size="xs" variant="default" disabled={busy} onClick={discard}>
            {say('Discard')}
          </Button>
        </Group>
      </Group>
    </li>
  );
}

/** Whom it concerns and what changes a month, before anybody presses Publish. */
function Effect({ draft }: { draft: Draft }) {
  const effect = useQuery({
    queryKey: ['catalog-draft-effect', draft.id, draft.saved_at],
    queryFn: () => client.get('/v1/catalog/drafts/{cdr}/effect', { params: { cdr: draft.id } }),
  });
  return (
    <Loaded query={effect} height={22}>
      {({ data }) => (
        <Stack gap={2} mt="xs" fz="sm" className="figure" component="ul" m={0} p={0}>
          {data.length === 0 ? <Text inherit>{say('Nobody pays for it yet.')}</Text> : null}
          {data.map((one) => (
            <Text key={one.currency} inherit component="li" style={{ listStyle: 'none' }}>
              {sayEffect(one)}
            </Text>
          ))}
        </Stack>
      )}
    </Loaded>
  );
}

function sayEffect(effect: Schemas['CatalogDraftEffect']): string {
  const { accounts, licenses, contracted } = effect;
  const [before, after] = [sayMoney(effect.before), sayMoney(effect.after)];
  const difference = sayMoney(effect.difference);
  const all = { accounts, licenses, before, after, difference };
  if (contracted === 0) {
    return say(
      '{licenses, plural, one {# license} other {# licenses}} of {accounts, plural, one {# account} other {# accounts}}: {before} a month become {after} ({difference}).',
      all,
    );
  }
  return say(
    '{licenses, plural, one {# license} other {# licenses}} of {accounts, plural, one {# account} other {# accounts}}, {contracted, number} of them at a contract’s price: {before} a month become {after} ({difference}).',
    { ...all, contracted },
  );
}

function saySaved({ effective_on: from, saved_by: name, saved_at: at }: Draft): string {
  const saved = { name, instant: sayInstant(at) };
  return from === null
    ? say('from its publication · saved by {name}, {instant}', saved)
    : say('from {day} · saved by {name}, {instant}', { ...saved, day: sayDay(from) });
}

function useSteps(cdr: string) {
  const attempt = useAttempt();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<Error>();
  const run = async (step: () => Promise<unknown>) => {
    setBusy(true);
    setError(undefined);
    try {
      await step();
      await refresh();
    } catch (caught) {
      setError(caught as Error);
    } finally {
      setBusy(false);
    }
  };
  return {
    busy,
    error,
    publish: () =>
      void run(() =>
        client.post('/v1/catalog/drafts/{cdr}/publish', {
          params: { cdr },
          idempotencyKey: attempt.key(),
        }),
      ),
    discard: () => void run(() => client.delete('/v1/catalog/drafts/{cdr}', { params: { cdr } })),
  };
}
