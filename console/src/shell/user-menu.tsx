import { Avatar, Menu, Text, UnstyledButton } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconKey, IconLogout } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { client, type Me, queryClient } from '../api/queries.ts';
import { PasswordDialog } from './password-dialog.tsx';

/** Who is signed in, and the way out. */
export function UserMenu({ me }: { me: Me }) {
  const navigate = useNavigate();
  const [settingPassword, password] = useDisclosure(false);
  const signOut = async () => {
    await client.delete('/v1/session', {});
    queryClient.clear();
    await navigate({ to: '/sign-in' });
  };
  return (
    <>
      <Menu position="bottom-end" width={240}>
        <Menu.Target>
          <UnstyledButton aria-label={`Signed in as ${me.name}`}>
            <Avatar color="ink" radius="xl" size={36} name={me.name} />
          </UnstyledButton>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Label>
            <Text size="sm" fw={600} c="var(--mantine-color-text)">
              {me.name}
            </Text>
            <Text size="xs">{me.operator ? 'Operator' : me.permission_group}</Text>
          </Menu.Label>
          <Menu.Divider />
          <Menu.Item leftSection={<IconKey size={16} aria-hidden />} onClick={password.open}>
            Set a password
          </Menu.Item>
          <Menu.Item leftSection={<IconLogout size={16} aria-hidden />} onClick={signOut}>
            Sign out
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {settingPassword ? <PasswordDialog me={me} onClose={password.close} /> : null}
    </>
  );
}
