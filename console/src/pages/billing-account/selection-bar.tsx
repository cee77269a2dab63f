import { Button, Group, Menu, Text } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import type { Schemas } from '@tollkeeper/sdk';
import { say } from '../../words/say.ts';

/** What can be done with all who are selected at once. */
export function SelectionBar(props: {
  count: number;
  licenses: Schemas['BillingAccountDetails']['licenses'];
  change: (code: string, gives: boolean) => void;
  /** Selects all who match the search, also those who are not drawn yet. */
  selectEverybody: (() => Promise<void>) | undefined;
  isSelecting: boolean;
  clear: () => void;
}) {
  const { count, licenses, change, selectEverybody, isSelecting, clear } = props;
  if (count === 0) return null;
  return (
    <Group
      gap="xs"
      mb="sm"
      className="selection"
      role="group"
      aria-label={say('Selected employees')}
    >
      <Text size="sm" fw={600} className="figure">
        {say('{count} selected', { count })}
      </Text>
      <Choice label={say('Give')} licenses={licenses} choose={(code) => change(code, true)} />
      <Choice label={say('Take')} licenses={licenses} choose={(code) => change(code, false)} />
      {selectEverybody === undefined ? null : (
        <Button size="xs" variant="subtle" loading={isSelecting} onClick={selectEverybody}>
          {say('Select everybody who matches')}
        </Button>
      )}
      <Button size="xs" variant="subtle" onClick={clear}>
        {say('Select nobody')}
      </Button>
    </Group>
  );
}

function Choice(props: {
  label: string;
  licenses: Schemas['BillingAccountDetails']['licenses'];
  choose: (code: string) => void;
}) {
  return (
    <Menu position="bottom-start">
      <Menu.Target>
        <Button
          size="xs"
          variant="default"
          rightSection={<IconChevronDown size={14} aria-hidden />}
        >
          {props.label}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {Object.entries(props.licenses).map(([code, { name }]) => (
          <Menu.Item key={code} onClick={() => props.choose(code)}>
            {name}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
