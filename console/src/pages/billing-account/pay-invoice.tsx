import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import type { Schemas } from '@tollkeeper/sdk';
import { useState } from 'react';
import { sayMoney } from '../../api/money.ts';
import { client, refresh, useMe } from '../../api/queries.ts';
import { AuthorizeDialog, type TypedName } from '../../parts/authorize.tsx';

type Invoice = Schemas['Invoice'];

/** Charges what is still to be paid of an invoice now, instead of waiting for the next attempt. */
export function PayInvoice({ invoice }: { invoice: Invoice }) {
  const [asking, setAsking] = useState(false);
  const { data: me } = useMe();
  if (me?.permissions.includes('billing.manage') !== true || invoice.status !== 'open') return null;
  const amount = sayMoney(invoice.outstanding);

  async function pay(authorizedBy: TypedName): Promise<void> {
    const paid = await client.post('/v1/invoices/{inv}/collect', {
      params: { inv: invoice.id },
      body: {},
      authorizedBy,
    });
    await refresh();
    if (paid.status === 'open') {
      throw new Error(`It could not be charged: ${paid.last_failure?.replaceAll('_', ' ')}.`);
    }
    const message =
      paid.status === 'paid'
        ? `${invoice.number} is paid.`
        : `The payment of ${invoice.number} is on its way.`;
    notifications.show({ message });
  }

  return (
    <>
      <Button size="xs" mt="sm" onClick={() => setAsking(true)}>
        Pay {amount} now
      </Button>
      {asking ? (
        <AuthorizeDialog
          title={`Pay ${invoice.number}`}
          confirm={`Pay ${amount}`}
          onConfirm={pay}
          onClose={() => setAsking(false)}
        >
          {amount} is charged to the default funding source, or to the next one where that fails.
        </AuthorizeDialog>
      ) : null}
    </>
  );
}
