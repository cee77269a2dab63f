import {
  ActionIcon,
  Group,
  MultiSelect,
  NumberInput,
  Select,
  Stack,
  TextInput,
} from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import type { Schemas } from '@tollkeeper/sdk';
import { say } from '../../words/say.ts';
import type { SupposedDraft } from './supposed.ts';

const TITLES: Record<SupposedDraft['what'], string> = {
  totals: say('A total changes'),
  hires: say('Somebody is hired'),
  leavers: say('Somebody leaves'),
};

const PEOPLE_MAX = 100_000;

/** What happens on a day, said field by field; what is refused of it stands beside its day. */
export function ChangeRow(props: {
  change: SupposedDraft;
  licenses: Schemas['BillingAccountDetails']['licenses'];
  fault: string | undefined;
  onChange: (news: Partial<SupposedDraft>) => void;
  onRemove: () => void;
}) {
  const { change, licenses, fault, onChange, onRemove } = props;
  const types = Object.entries(licenses).map(([value, { name }]) => ({ value, label: name }));
  return (
    <Stack component="li" gap={4} className="row" py="sm">
      <Group align="flex-end" gap="sm">
        <TextInput
          label={TITLES[change.what]}
          type="date"
          required
          value={change.on}
          error={fault !== undefined}
          onChange={(event) => onChange({ on: event.currentTarget.value })}
          style={{ flex: '1 1 170px' }}
        />
        {change.what === 'totals' ? (
          <>
            <Select
              label={say('License')}
              data={types}
              allowDeselect={false}
              value={change.license}
              onChange={(license) =>
                license !== null &&
                onChange({ license, total: licenses[license]?.total ?? change.total })
              }
              style={{ flex: '2 1 170px' }}
            />
            <NumberInput
              label={say('New total')}
              min={0}
              allowDecimal={false}
              value={change.total}
              onChange={(total) => onChange({ total: Number(total) })}
              style={{ flex: '1 1 100px' }}
            />
          </>
        ) : (
          <>
            <NumberInput
              label={say('People')}
              min={1}
              max={PEOPLE_MAX}
              allowDecimal={false}
              value={change.people}
              onChange={(people) => onChange({ people: Number(people) })}
              style={{ flex: '1 1 80px' }}
            />
            <MultiSelect
              label={say('Each with')}
              data={types}
              value={[...change.licenses]}
              onChange={(chosen) => onChange({ licenses: chosen })}
              style={{ flex: '3 1 220px' }}
            />
          </>
        )}
        <ActionIcon
          variant="subtle"
          color="gray"
          size={36}
          aria-label={say('Suppose it no more')}
          onClick={onRemove}
        >
          <IconX size={18} aria-hidden />
        </ActionIcon>
      </Group>
      {fault === undefined ? null : (
        <span role="alert" style={{ color: 'var(--tk-bad)', fontSize: 13 }}>
          {fault}
        </span>
      )}
    </Stack>
  );
}
