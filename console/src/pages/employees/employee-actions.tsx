import { Alert, Button, CopyButton, Group, Menu, Modal, Stack, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import {
  IconChevronDown,
  IconEye,
  IconEyeOff,
  IconLink,
  IconUserSearch,
} from '@tabler/icons-react';
import type { Schemas } from '@tollkeeper/sdk';
import { useState } from 'react';
import { useAttempt } from '../../api/attempt.ts';
import { client, refresh, useMe } from '../../api/queries.ts';
import { sayInstant } from '../../api/time.ts';
import { AuthorizeDialog, type TypedName } from '../../parts/authorize.tsx';
import { say } from '../../words/say.ts';
import { LookDialog } from '../security/look-dialog.tsx';

type Left = readonly Schemas['StillPayingFor'][];

const nameOf = ({ first_name: first, last_name: last }: Schemas['Employee']) => `${first} ${last}`;

interface Props {
  employee: Schemas['Employee'];
  onHidden: (left: Left) => void;
}

/** Hide or show, and let in. Changes that others can see need a typed name. */
export function EmployeeActions({ employee, onHidden }: Props) {
  const { data: me } = useMe();
  const [open, setOpen] = useState<'hide' | 'show' | 'link' | 'look'>();
  const close = () => setOpen(undefined);
  const mayLook = me?.role === 'admin' || me?.role === 'support';
  if (me?.permissions.includes('employees.manage') !== true) {
    return mayLook && !employee.hidden ? <LookButton employee={employee} /> : null;
  }
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <Button variant="default" rightSection={<IconChevronDown size={16} aria-hidden />}>
            {say('Change')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {employee.hidden ? null : (
            <Menu.Item
              leftSection={<IconLink size={16} aria-hidden />}
              onClick={() => setOpen('link')}
            >
              {say('Make a sign-in link')}
            </Menu.Item>
          )}
          {mayLook && !employee.hidden ? (
            <Menu.Item
              leftSection={<IconUserSearch size={16} aria-hidden />}
              onClick={() => setOpen('look')}
            >
              {say('See what they see')}
            </Menu.Item>
          ) : null}
          {employee.hidden ? (
            <Menu.Item
              leftSection={<IconEye size={16} aria-hidden />}
              onClick={() => setOpen('show')}
            >
              {say('Show again')}
            </Menu.Item>
          ) : (
            <Menu.Item
              leftSection={<IconEyeOff size={16} aria-hidden />}
              onClick={() => setOpen('hide')}
            >
              {say('Hide')}
            </Menu.Item>
          )}
        </Menu.Dropdown>
      </Menu>
      {open === 'hide' ? (
        <HideDialog employee={employee} onHidden={onHidden} onClose={close} />
      ) : null}
      {open === 'show' ? <ShowDialog employee={employee} onClose={close} /> : null}
      {open === 'look' ? <LookDialog employee={employee} onClose={close} /> : null}
      {open === 'link' ? <LinkDialog employee={employee} onClose={close} /> : null}
    </>
  );
}

/** All that the operator's support can do about an employee. */
function LookButton({ employee }: { employee: Schemas['Employee'] }) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button variant="default" onClick={() => setOpen(true)}>
        {say('See what they see')}
      </Button>
      {open ? <LookDialog employee={employee} onClose={() => setOpen(false)} /> : null}
    </>
  );
}

function HideDialog({ employee, onHidden, onClose }: Props & { onClose: () => void }) {
  const attempt = useAttempt();
  const hide = async (authorizedBy: TypedName) => {
    const hidden = await client.post('/v1/employees/{emp}/hide', {
      params: { emp: employee.id },
      authorizedBy,
      idempotencyKey: attempt.key(),
    });
    onHidden(hidden.still_paying_for);
    await refresh();
  };
  return (
    <AuthorizeDialog
      title={say('Hide {name}', { name: nameOf(employee) })}
      confirm={say('Hide')}
      onConfirm={hide}
      onClose={onClose}
    >
      {say(
        'They are signed out at once and their licenses are free again. What you pay for stays as it is: you will see next what you still pay for, and can lower it there.',
      )}
    </AuthorizeDialog>
  );
}

function ShowDialog({ employee, onClose }: { employee: Schemas['Employee']; onClose: () => void }) {
  const attempt = useAttempt();
  const show = async (authorizedBy: TypedName) => {
    const shown = await client.post('/v1/employees/{emp}/show', {
      params: { emp: employee.id },
      authorizedBy,
      idempotencyKey: attempt.key(),
    });
    await refresh();
    for (const { license_type: type, message } of shown.not_restored) {
      const title = say('Not given back: {license}', { license: type });
      notifications.show({ color: 'orange', title, message });
    }
  };
  return (
    <AuthorizeDialog
      title={say('Show {name} again', { name: nameOf(employee) })}
      confirm={say('Show')}
      onConfirm={show}
      onClose={onClose}
    >
      {say(
        'The licenses that they held come back where there is room; you will be told which do not.',
      )}
    </AuthorizeDialog>
  );
}

function LinkDialog({ employee, onClose }: { employee: Schemas['Employee']; onClose: () => void }) {
  const attempt = useAttempt();
  const [link, setLink] = useState<Schemas['SignInLink']>();
  const make = async (authorizedBy: TypedName) => {
    setLink(
      await client.post('/v1/employees/{emp}/sign-in-links', {
        params: { emp: employee.id },
        authorizedBy,
        idempotencyKey: attempt.key(),
      }),
    );
  };
  // The dialog closes itself after its work, which here is when the link is to be shown.
  const keepOpen = () => undefined;
  if (link === undefined) {
    return (
      <AuthorizeDialog
        title={say('Make a sign-in link')}
        confirm={say('Make the link')}
        onConfirm={make}
        onClose={keepOpen}
      >
        {say('Whoever opens it is signed in as {name}. It works once, for 24 hours.', {
          name: nameOf(employee),
        })}
      </AuthorizeDialog>
    );
  }
  return (
    <Modal
      opened
      onClose={onClose}
      title={say('A sign-in link')}
      closeButtonProps={{ 'aria-label': say('Close') }}
    >
      <Stack>
        <Text size="sm">
          {say('Give it to {name} only. It is shown this once and works until {time}.', {
            name: employee.first_name,
            time: sayInstant(link.expires_at),
          })}
        </Text>
        <Alert style={{ overflowWrap: 'anywhere' }}>{link.url}</Alert>
        <Group justify="flex-end">
          <CopyButton value={link.url}>
            {({ copied, copy }) => (
              <Button onClick={copy}>{copied ? say('Copied') : say('Copy')}</Button>
            )}
          </CopyButton>
        </Group>
      </Stack>
    </Modal>
  );
}
