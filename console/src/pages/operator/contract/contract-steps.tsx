import { Stack, Text, TextInput } from '@mantine/core';
import type { Schemas } from '@tollkeeper/sdk';
import { useState } from 'react';
import { client } from '../../../api/queries.ts';
import { sayDay } from '../../../api/time.ts';
import { FormDialog } from '../../../parts/form-dialog.tsx';
import { say } from '../../../words/say.ts';
import { effectOf } from './terms-draft.ts';

interface Step {
  readonly contract: Schemas['Contract'];
  readonly details: Schemas['BillingAccountDetails'];
  readonly onClose: () => void;
}

/** Signing binds both sides from the first day; it charges nothing by itself. */
export function SignContract({ contract, details, onClose }: Step) {
  const effects = Object.entries(contract.floors).flatMap(([code, floor]) => {
    const license = details.licenses[code];
    if (license === undefined) return [];
    const effect = effectOf(license, String(floor), details.period.end);
    return effect === '' ? [] : [`${license.name}: ${effect}`];
  });
  return (
    <FormDialog
      title={say('Sign the contract')}
      confirm={say('Sign for {months, plural, one {# month} other {# months}}', {
        months: contract.months,
      })}
      ready
      onClose={onClose}
      submit={(idempotencyKey) =>
        client.post('/v1/contracts/{ctr}/sign', { params: { ctr: contract.id }, idempotencyKey })
      }
    >
      <Stack gap="xs">
        <Text size="sm">
          {say(
            'From {day} on no total can be ordered below its floor. Nothing is charged by signing.',
            { day: sayDay(contract.starts_on) },
          )}
        </Text>
        {effects.map((effect) => (
          <Text key={effect} size="sm">
            {effect}
          </Text>
        ))}
      </Stack>
    </FormDialog>
  );
}

/** Ends a contract before its term: floors and contracted prices hold until that day. */
export function EndContract({ contract, details, onClose }: Step) {
  const [reason, setReason] = useState('');
  const [day, setDay] = useState(details.period.end);
  return (
    <FormDialog
      title={say('End the contract early')}
      confirm={day === '' ? say('End it') : say('End it on {day}', { day: sayDay(day) })}
      ready={reason.trim() !== '' && day !== ''}
      onClose={onClose}
      submit={(idempotencyKey) =>
        client.post('/v1/contracts/{ctr}/end', {
          params: { ctr: contract.id },
          body: { ends_on: day, reason: reason.trim() },
          idempotencyKey,
        })
      }
    >
      <Stack gap="sm">
        <Text size="sm">
          {say('Floors and contracted prices hold until that day; nothing charged is repriced.')}
        </Text>
        <TextInput
          label={say('First day without it')}
          type="date"
          required
          value={day}
          onChange={(event) => setDay(event.currentTarget.value)}
        />
        <TextInput
          label={say('Reason')}
          required
          maxLength={200}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
      </Stack>
    </FormDialog>
  );
}

/** Throws a draft away: it bound nobody, so nothing else changes. */
export function DiscardDraft({ contract, onClose }: Omit<Step, 'details'>) {
  return (
    <FormDialog
      title={say('Discard the draft')}
      confirm={say('Discard it')}
      ready
      onClose={onClose}
      submit={() => client.delete('/v1/contracts/{ctr}', { params: { ctr: contract.id } })}
    >
      <Text size="sm">
        {say(
          'The draft from {day} over {months, plural, one {# month} other {# months}} is gone then. It bound nobody.',
          { day: sayDay(contract.starts_on), months: contract.months },
        )}
      </Text>
    </FormDialog>
  );
}
