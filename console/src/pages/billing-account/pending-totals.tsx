import { Badge, Button, Group } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import type { Schemas } from '@tollkeeper/sdk';
import { useState } from 'react';
import { client, refresh } from '../../api/queries.ts';
import { sayDay } from '../../api/time.ts';
import { AuthorizeDialog } from '../../parts/authorize.tsx';
import { say } from '../../words/say.ts';

/** A total that is going to change: a decrease with its undo, or a raise by contract. */
export function PendingTotals(props: {
  account: string;
  code: string;
  license: Schemas['License'];
}) {
  const { account, code, license } = props;
  const [undoing, setUndoing] = useState(false);
  const { pending, raise, total, name } = license;
  if (pending === undefined && raise === undefined) return null;
  return (
    <Group gap="xs" className="license-wide">
      {raise === undefined ? null : (
        <Badge color="ink" size="lg" fw={500}>
          {say('{total} from {day} by contract', {
            total: raise.total,
            day: sayDay(raise.effective_on),
          })}
        </Badge>
      )}
      {pending === undefined ? null : (
        <>
          <Badge color="orange" size="lg" fw={500}>
            {say('{total} from {day}', {
              total: pending.total,
              day: sayDay(pending.effective_on),
            })}
          </Badge>
          <Button
            size="compact-sm"
            variant="default"
            aria-label={say('Undo: keep {total} {name}', { total, name })}
            onClick={() => setUndoing(true)}
          >
            {say('Undo')}
          </Button>
        </>
      )}
      {undoing ? (
        <AuthorizeDialog
          title={say('Keep {total} {name}', { total, name })}
          confirm={say('Undo the decrease')}
          onClose={() => setUndoing(false)}
          onConfirm={async (authorizedBy) => {
            await client.delete('/v1/billing-accounts/{ba}/pending-totals/{code}', {
              params: { ba: account, code },
              authorizedBy,
            });
            await refresh();
            notifications.show({ message: say('{name} stays at {total}.', { total, name }) });
          }}
        >
          {say('The total stays at {total}. Nothing is charged now.', { total })}
        </AuthorizeDialog>
      ) : null}
    </Group>
  );
}
