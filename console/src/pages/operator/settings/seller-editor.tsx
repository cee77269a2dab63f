import { ColorInput, Fieldset, SimpleGrid, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { FaultAt } from '../../../api/faults.ts';
import { client } from '../../../api/queries.ts';
import { FormDialog } from '../../../parts/form-dialog.tsx';
import { say } from '../../../words/say.ts';
import { DifferenceList } from '../catalog/difference-list.tsx';
import { EffectiveDay } from './effective-day.tsx';
import { Letterhead } from './letterhead.tsx';
import {
  bodyOf,
  type FieldAt,
  GROUPS,
  isComplete,
  type Seller,
  sellerDifferences,
  type Typed,
  typedOf,
} from './seller-draft.ts';

/** Writes a seller's next version, beside what it changes and how documents would begin. */
export function SellerEditor(props: {
  /** Undefined for a new seller. */
  code: string | undefined;
  /** What documents say now. */
  current: Seller | undefined;
  /** What the fields begin with: the newest version, or one to go back to. */
  from: Seller | undefined;
  onClose: () => void;
}) {
  const { current, from, onClose } = props;
  const [code, setCode] = useState(props.code ?? '');
  const [typed, setTyped] = useState<Typed>(() => typedOf(from));
  const [day, setDay] = useState('');
  const differences = sellerDifferences(typedOf(current), typed);
  return (
    <FormDialog
      title={
        props.code === undefined
          ? say('A new seller')
          : say('A new version of {name}', { name: props.code })
      }
      confirm={say('Publish')}
      ready={code !== '' && isComplete(typed) && differences.length > 0}
      size="xl"
      onClose={onClose}
      submit={(idempotencyKey) =>
        client.put('/v1/sellers/{seller}', {
          params: { seller: code },
          body: { ...bodyOf(typed), ...(day === '' ? {} : { effective_on: day }) },
          idempotencyKey,
        })
      }
    >
      {(faultAt) => (
        <>
          {props.code === undefined ? (
            <TextInput
              label={say('Code')}
              description={say('Such as europe; it never changes')}
              required
              value={code}
              error={faultAt('/seller')}
              onChange={(event) => setCode(event.currentTarget.value.toLowerCase())}
            />
          ) : null}
          <Fields
            typed={typed}
            faultAt={faultAt}
            onType={(at, value) => setTyped({ ...typed, [at]: value })}
          />
          <EffectiveDay value={day} onChange={setDay} error={faultAt('/effective_on')} />
          <Stack gap={4}>
            <Text size="sm" fw={600}>
              {say('What it changes')}
            </Text>
            <DifferenceList differences={differences} />
          </Stack>
          <Letterhead typed={typed} />
          <Text size="sm" c="dimmed">
            {say('Documents that were issued keep what was true then.')}
          </Text>
        </>
      )}
    </FormDialog>
  );
}

function Fields(props: {
  typed: Typed;
  faultAt: FaultAt;
  onType: (at: FieldAt, value: string) => void;
}) {
  const { typed, faultAt, onType } = props;
  return GROUPS.map(({ legend, fields }) => (
    <Fieldset key={legend} legend={legend}>
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
        {fields.map((field) => {
          const { at, label } = field;
          const common = { label, value: typed[at], error: faultAt(at) };
          if (at === '/colour') {
            return <ColorInput key={at} {...common} onChange={(colour) => onType(at, colour)} />;
          }
          return (
            <TextInput
              key={at}
              {...common}
              required={'isNeeded' in field}
              onChange={(event) => onType(at, event.currentTarget.value)}
            />
          );
        })}
      </SimpleGrid>
    </Fieldset>
  ));
}
