import { Group, Stack, Text, TextInput } from '@mantine/core';
import type { Schemas } from '@tollkeeper/sdk';
import { useState } from 'react';
import { FormDialog } from '../../../parts/form-dialog.tsx';
import { say } from '../../../words/say.ts';
import { type EntryDraft, entryDraft, isComplete, saveDraft } from './entry-draft.ts';
import { EntryFields } from './entry-fields.tsx';
import { type CatalogKind, sayCode } from './kinds.ts';

/** Writes an entry's next version as a draft; publishing it is another step. */
export function EntryEditor(props: {
  kind: CatalogKind;
  /** Undefined for a new entry. */
  entry: Schemas['CatalogEntry'] | undefined;
  catalog: Schemas['Catalog'];
  onClose: () => void;
}) {
  const { kind, entry, catalog, onClose } = props;
  const [draft, setDraft] = useState(() => entryDraft(kind, entry));
  const change = (news: Partial<EntryDraft>) => setDraft((now) => ({ ...now, ...news }));
  return (
    <FormDialog
      title={
        entry === undefined
          ? say('Draft a new entry')
          : say('A new version of {entry}', { entry: sayCode(kind, entry.code) })
      }
      confirm={say('Save the draft')}
      ready={isComplete(kind, draft)}
      size="lg"
      onClose={onClose}
      submit={() => saveDraft(kind, draft)}
    >
      <Stack gap="sm">
        <Text size="sm">{say('Nothing changes for anybody before the draft is published.')}</Text>
        <Group grow align="flex-start">
          {entry === undefined ? (
            <TextInput
              label={kind === 'rate' ? say('Prefix') : say('Code')}
              description={
                kind === 'rate'
                  ? say('Digits of a number’s beginning, or default')
                  : say('Never changes')
              }
              required
              value={draft.code}
              onChange={(event) => change({ code: event.currentTarget.value })}
            />
          ) : null}
          <TextInput
            label={say('In force from')}
            description={say('A day in UTC; empty: from its publication')}
            type="date"
            value={draft.effectiveOn}
            onChange={(event) => change({ effectiveOn: event.currentTarget.value })}
          />
        </Group>
        <EntryFields kind={kind} draft={draft} catalog={catalog} onChange={change} />
      </Stack>
    </FormDialog>
  );
}
