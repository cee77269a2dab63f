import { Badge, Button, Group } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import type { Schemas } from '@tollkeeper/sdk';
import { useState } from 'react';
import { client, refresh } from '../../api/queries.ts';
import { sayDay } from '../../api/time.ts';
import { AuthorizeDialog } from '../../parts/authorize.tsx';

/** A total that is going to change: a decrease with its undo, or a raise by contract. */
export function PendingTotals(props: {
  account: string;
  code: string;
  license: Schemas['License'];
}) {
  const { account, code, license } = props;
  const [undoing, setUndoing] = useState(false);
  const { pending, raise } = license;
  if (pending === undefined && raise === undefined) return null;
  return (
    <Group gap="xs" className="license-wide">
      {raise === undefined ? null : (
        <Badge color="ink" size="lg" fw={500}>
          {raise.total} from {sayDay(raise.effective_on)} by contract
        </Badge>
      )}
      {pending === undefined ? null : (
        <>
          <Badge color="orange" size="lg" fw={500}>
            {pending.total} from {sayDay(pending.effective_on)}
          </Badge>
          <Button
            size="compact-sm"
            variant="default"
            aria-label={`Undo: keep ${license.total} ${license.name}`}
            onClick={() => setUndoing(true)}
          >
            Undo
          </Button>
        </>
      )}
      {undoing ? (
        <AuthorizeDialog
          title={`Keep ${license.total} ${license.name}`}
          confirm="Undo the decrease"
          onClose={() => setUndoing(false)}
          onConfirm={async (authorizedBy) => {
            await client.delete('/v1/billing-accounts/{ba}/pending-totals/{code}', {
              params: { ba: account, code },
              authorizedBy,
            });
            await refresh();
            notifications.show({ message: `${license.name} stays at ${license.total}.` });
          }}
        >
          The total stays at {license.total}. Nothing is charged now.
        </AuthorizeDialog>
      ) : null}
    </Group>
  );
}
