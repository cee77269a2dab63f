import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import type { Schemas } from '@tollkeeper/sdk';
import { useState } from 'react';
import { sayFailure } from '../../api/failure.ts';
import { sayMoney } from '../../api/money.ts';
import { client, refresh, useMe } from '../../api/queries.ts';
import { AuthorizeDialog, type TypedName } from '../../parts/authorize.tsx';
import { say } from '../../words/say.ts';

type Invoice = Schemas['Invoice'];

/** Charges what is still to be paid of an invoice now, instead of waiting for the next attempt. */
export function PayInvoice({ invoice }: { invoice: Invoice }) {
  const [asking, setAsking] = useState(false);
  const { data: me } = useMe();
  if (me?.permissions.includes('billing.manage') !== true || invoice.status !== 'open') return null;
  const amount = sayMoney(invoice.outstanding);
  const { number } = invoice;

  async function pay(authorizedBy: TypedName): Promise<void> {
    const paid = await client.post('/v1/invoices/{inv}/collect', {
      params: { inv: invoice.id },
      body: {},
      authorizedBy,
    });
    await refresh();
    if (paid.status === 'open') {
      const reason = sayFailure(paid.last_failure ?? 'declined');
      const message = say('It could not be charged: {reason}.', { reason });
      notifications.show({ message, color: 'red' });
      return;
    }
    const message =
      paid.status === 'paid'
        ? say('{number} is paid.', { number })
        : say('The payment of {number} is on its way.', { number });
    notifications.show({ message });
  }

  return (
    <>
      <Button size="xs" mt="sm" onClick={() => setAsking(true)}>
        {say('Pay {amount} now', { amount })}
      </Button>
      {asking ? (
        <AuthorizeDialog
          title={say('Pay {number}', { number })}
          confirm={say('Pay {amount}', { amount })}
          onConfirm={pay}
          onClose={() => setAsking(false)}
        >
          {say(
            '{amount} is charged to the default funding source, or to the next one where that fails.',
            { amount },
          )}
        </AuthorizeDialog>
      ) : null}
    </>
  );
}
