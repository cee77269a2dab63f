import { ActionIcon, Group, NumberInput, Tooltip } from '@mantine/core';
import { IconMinus, IconPlus } from '@tabler/icons-react';
import type { Schemas } from '@tollkeeper/sdk';
import { sayDay } from '../api/time.ts';
import { say } from '../words/say.ts';

const TOTAL_MAX = 1_000_000;

/** A total with − and +; where it cannot be lower, the − says why and until when. */
export function QuantityBox(props: {
  license: Schemas['License'];
  value: number;
  onChange: (total: number) => void;
}) {
  const { license, value, onChange } = props;
  const floor = license.floor ?? 0;
  const blocked = value <= floor ? whyNotLower(license) : undefined;
  return (
    <Group gap={6} wrap="nowrap">
      <Tooltip
        label={blocked}
        disabled={blocked === undefined}
        events={{ hover: true, focus: true, touch: true }}
        multiline
        maw={280}
      >
        <ActionIcon
          variant="default"
          size={34}
          aria-label={
            blocked === undefined
              ? say('Fewer {name}', { name: license.name })
              : say('Fewer {name}: {why}', { name: license.name, why: blocked })
          }
          aria-disabled={blocked !== undefined}
          data-disabled={blocked === undefined ? undefined : true}
          onClick={() => {
            if (blocked === undefined) onChange(value - 1);
          }}
        >
          <IconMinus size={16} aria-hidden />
        </ActionIcon>
      </Tooltip>
      <NumberInput
        aria-label={say('Total of {name}', { name: license.name })}
        value={value}
        onChange={(next) => {
          if (typeof next === 'number') onChange(next);
        }}
        min={0}
        max={TOTAL_MAX}
        allowDecimal={false}
        allowNegative={false}
        hideControls
        w={76}
        styles={{ input: { textAlign: 'center', fontVariantNumeric: 'tabular-nums' } }}
      />
      <ActionIcon
        variant="default"
        size={34}
        aria-label={say('More {name}', { name: license.name })}
        onClick={() => onChange(value + 1)}
      >
        <IconPlus size={16} aria-hidden />
      </ActionIcon>
    </Group>
  );
}

/** Why a total cannot be lower now, until when, and from when it can. */
export function whyNotLower(license: Schemas['License']): string {
  const { floor = 0, floor_ends_on: endsOn, lower_possible_from: from } = license;
  // A contract's floor always comes with both days.
  if (floor === 0 || endsOn === undefined || from === undefined) return say('There are none.');
  return say(
    'Your contract keeps at least {floor} until {end}; a lower total is possible from {from}.',
    { floor, end: sayDay(endsOn), from: sayDay(from) },
  );
}
