import { Group, NumberInput, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { client } from '../../../api/queries.ts';
import { FormDialog } from '../../../parts/form-dialog.tsx';
import { say } from '../../../words/say.ts';
import { DifferenceList } from '../catalog/difference-list.tsx';
import { DunningCourse } from './dunning-course.tsx';
import {
  type DunningDraft,
  daysIn,
  dunningDifferences,
  dunningDraft,
  rulesOf,
  type Schedule,
} from './dunning-draft.ts';
import { EffectiveDay } from './effective-day.tsx';
import { utcToday } from './versions.ts';

const DAYS_MAX = 365;
const NO_DAYS = say('Write days as numbers, such as 0, 3, 5');

/** Writes the schedule's next version, beside what an invoice would live through by it. */
export function DunningEditor(props: {
  current: Schedule | undefined;
  from: Schedule | undefined;
  onClose: () => void;
}) {
  const { current, from, onClose } = props;
  const [draft, setDraft] = useState<DunningDraft>(() => dunningDraft(from));
  const change = (news: Partial<DunningDraft>) => setDraft((now) => ({ ...now, ...news }));
  const rules = rulesOf(draft);
  const differences = rules === undefined ? [] : dunningDifferences(current, rules);
  const { effectiveOn } = draft;
  return (
    <FormDialog
      title={say('A new dunning schedule')}
      confirm={say('Publish')}
      ready={rules !== undefined && differences.length > 0}
      size="xl"
      onClose={onClose}
      submit={(idempotencyKey) =>
        client.post('/v1/dunning-schedules', {
          body: {
            ...(rules ?? { retry_days: [], notice_days: [], grace_days: 1 }),
            ...(effectiveOn === '' ? {} : { effective_on: effectiveOn }),
          },
          idempotencyKey,
        })
      }
    >
      {(faultAt) => (
        <>
          <Text size="sm">
            {say(
              'Days count from the one on which an invoice fell due and was not paid. What is being dunned already goes on by the schedule that it began with.',
            )}
          </Text>
          <TextInput
            label={say('Funding sources are charged on days')}
            description={say('The first is 0, the day itself')}
            required
            inputMode="numeric"
            value={draft.retryDays}
            error={faultAt('/retry_days') ?? faultOf(draft.retryDays)}
            onChange={(event) => change({ retryDays: event.currentTarget.value })}
          />
          <TextInput
            label={say('A reminder is told on days')}
            inputMode="numeric"
            value={draft.noticeDays}
            error={faultAt('/notice_days') ?? faultOf(draft.noticeDays)}
            onChange={(event) => change({ noticeDays: event.currentTarget.value })}
          />
          <Group grow align="flex-start">
            <NumberInput
              label={say('Days of grace')}
              description={say('After the last charge, before calls stop')}
              required
              min={1}
              max={DAYS_MAX}
              allowDecimal={false}
              value={draft.graceDays}
              error={faultAt('/grace_days')}
              onChange={(days) => change({ graceDays: Number(days) })}
            />
            <EffectiveDay
              value={effectiveOn}
              description={say('For what falls due from then on; empty: from now')}
              onChange={(day) => change({ effectiveOn: day })}
              error={faultAt('/effective_on')}
            />
          </Group>
          {rules === undefined ? null : (
            <Stack gap="xs">
              <Text size="sm" fw={600}>
                {say('What an invoice lives through that is not paid')}
              </Text>
              <DunningCourse rules={rules} since={effectiveOn || utcToday()} />
              <DifferenceList differences={differences} />
            </Stack>
          )}
        </>
      )}
    </FormDialog>
  );
}

const faultOf = (text: string) => (daysIn(text) === undefined ? NO_DAYS : undefined);
