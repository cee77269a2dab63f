import { Avatar, Menu, Text, UnstyledButton } from '@mantine/core';
import { IconLogout, IconShieldLock } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { client, type Me } from '../api/queries.ts';
import { say } from '../words/say.ts';
import { LanguageItems } from './language-choice.tsx';

/** Who is signed in, and the way out. */
export function UserMenu({ me }: { me: Me }) {
  const signOut = async () => {
    await client.delete('/v1/session', {});
    // As a new page: nothing that the person saw, asked or was asked stays behind.
    window.location.assign('/sign-in');
  };
  return (
    <Menu position="bottom-end" width={240}>
      <Menu.Target>
        <UnstyledButton aria-label={say('Signed in as {name}', { name: me.name })}>
          <Avatar color="ink" radius="xl" size={36} name={me.name} />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>
          <Text size="sm" fw={600} c="var(--mantine-color-text)">
            {me.name}
          </Text>
          <Text size="xs">{me.operator ? sayRole(me.role) : me.permission_group}</Text>
        </Menu.Label>
        <Menu.Divider />
        {me.impersonation === null ? (
          <Menu.Item
            leftSection={<IconShieldLock size={16} aria-hidden />}
            component={Link}
            to="/security"
          >
            {say('Security')}
          </Menu.Item>
        ) : null}
        <LanguageItems />
        <Menu.Divider />
        <Menu.Item leftSection={<IconLogout size={16} aria-hidden />} onClick={signOut}>
          {say('Sign out')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

const ROLES = {
  admin: say('Operator admin'),
  finance: say('Finance'),
  support: say('Support'),
} as const;

function sayRole(role: Me['role']): string {
  return role === null ? say('Operator') : ROLES[role];
}
