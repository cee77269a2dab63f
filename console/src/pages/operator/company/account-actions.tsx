import { Button, Menu } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import type { Schemas } from '@tollkeeper/sdk';
import { useState } from 'react';
import { say } from '../../../words/say.ts';
import { AdvanceClock } from './advance-clock.tsx';
import { RefundMinutes } from './refund-minutes.tsx';
import { ChangeStanding } from './standing.tsx';

type Account = Schemas['BillingAccountSummary'];
type Dialog = 'standing' | 'refund' | 'clock';

/** What only the operator may do to an account, each in a dialog that says what it means. */
export function AccountActions({ account }: { account: Account }) {
  const [open, setOpen] = useState<Dialog>();
  const close = () => setOpen(undefined);
  if (account.standing === 'closed') return null;
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <Button size="xs" variant="default" leftSection={<IconDots size={16} aria-hidden />}>
            {say('Change')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={() => setOpen('standing')}>
            {account.standing === 'suspended' ? say('Resume it') : say('Suspend it')}
          </Menu.Item>
          <Menu.Item onClick={() => setOpen('refund')}>{say('Pay minutes back')}</Menu.Item>
          {account.test_clock === null ? null : (
            <Menu.Item onClick={() => setOpen('clock')}>{say('Advance its test clock')}</Menu.Item>
          )}
        </Menu.Dropdown>
      </Menu>
      {open === 'standing' ? <ChangeStanding account={account} onClose={close} /> : null}
      {open === 'refund' ? <RefundMinutes account={account} onClose={close} /> : null}
      {open === 'clock' ? <AdvanceClock account={account} onClose={close} /> : null}
    </>
  );
}
