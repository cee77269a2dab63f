import { Button, Card, Group, Select, Stack, Text, TextInput, Title } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import type { Schemas } from '@tollkeeper/sdk';
import { useState } from 'react';
import { sayMoney } from '../../api/money.ts';
import { client, refresh, useMe } from '../../api/queries.ts';
import { AuthorizeDialog } from '../../parts/authorize.tsx';

type Recharge = Schemas['Recharge'];
type Mode = Recharge['mode'];

const MODES: { value: Mode; label: string }[] = [
  { value: 'off', label: 'Off' },
  { value: 'usage_based', label: 'By usage' },
  { value: 'fixed', label: 'Fixed amounts' },
];

/** Automatic recharge, as the sentence that it comes to. */
export function RechargeCard({ details }: { details: Schemas['BillingAccountDetails'] }) {
  const { recharge } = details.minutes;
  const [editing, setEditing] = useState(false);
  const { data: me } = useMe();
  return (
    <Card component="section" aria-label="Automatic recharge">
      <Group justify="space-between" align="flex-start">
        <div>
          <Title order={2} size="h4">
            Automatic recharge
          </Title>
          <Text size="sm" mt={4} maw={640}>
            {sentenceOf(recharge)}
          </Text>
          {recharge.stopped_reason === null ? null : (
            <Text size="sm" c="var(--tk-bad)">
              Stopped: {recharge.stopped_reason}. Setting it again starts it.
            </Text>
          )}
        </div>
        {me?.permissions.includes('billing.manage') === true ? (
          <Button variant="default" onClick={() => setEditing(true)}>
            {recharge.mode === 'off' ? 'Set it up' : 'Change'}
          </Button>
        ) : null}
      </Group>
      {editing ? <RechargeDialog details={details} onClose={() => setEditing(false)} /> : null}
    </Card>
  );
}

function sentenceOf(recharge: Recharge): string {
  const { mode, threshold, amount, monthly_cap: cap } = recharge;
  if (mode === 'off') return 'Off: minutes are only bought by hand.';
  if (threshold === null || amount === null) {
    return 'By usage; nothing has been used for a whole day yet, so nothing is bought.';
  }
  const days = mode === 'usage_based' ? ['about 5 days, ', ', about 14 days'] : ['', ''];
  const most = cap === null ? '' : `, at most ${sayMoney(cap)} in a billing period before tax`;
  return `When below ${sayMoney(threshold)}, ${days[0]}buy ${sayMoney(amount)}${days[1]}${most}.`;
}

function RechargeDialog(props: { details: Schemas['BillingAccountDetails']; onClose: () => void }) {
  const { details, onClose } = props;
  const { recharge } = details.minutes;
  const [mode, setMode] = useState<Mode>(recharge.mode === 'off' ? 'usage_based' : recharge.mode);
  const [threshold, setThreshold] = useState(recharge.threshold?.amount ?? '');
  const [amount, setAmount] = useState(recharge.amount?.amount ?? '');
  const [cap, setCap] = useState(recharge.monthly_cap?.amount ?? '');
  const given = (text: string) => (text.trim() === '' ? undefined : text.trim());
  return (
    <AuthorizeDialog
      title="Automatic recharge"
      confirm="Save"
      onClose={onClose}
      onConfirm={async (authorizedBy) => {
        await client.put('/v1/billing-accounts/{ba}/minutes/recharge', {
          params: { ba: details.id },
          body: {
            mode,
            ...(mode === 'fixed' ? { threshold: given(threshold), amount: given(amount) } : {}),
            ...(mode === 'off' ? {} : { monthly_cap: given(cap) }),
          },
          authorizedBy,
        });
        await refresh();
        notifications.show({ message: 'Automatic recharge was set.' });
      }}
    >
      <Stack gap="sm">
        <Select
          label="How"
          data={MODES}
          value={mode}
          onChange={(value) => setMode((value ?? 'off') as Mode)}
          allowDeselect={false}
          comboboxProps={{ withinPortal: true }}
        />
        {mode === 'usage_based' ? (
          <Text size="sm" c="dimmed">
            Below 5 days of your average usage, 14 days of it are bought.
          </Text>
        ) : null}
        {mode === 'fixed' ? (
          <Group grow>
            <AmountInput label="When below" value={threshold} onChange={setThreshold} />
            <AmountInput label="Buy" value={amount} onChange={setAmount} />
          </Group>
        ) : null}
        {mode === 'off' ? null : (
          <AmountInput
            label="At most in a billing period (optional)"
            value={cap}
            onChange={setCap}
          />
        )}
      </Stack>
    </AuthorizeDialog>
  );
}

function AmountInput(props: { label: string; value: string; onChange: (value: string) => void }) {
  return (
    <TextInput
      label={props.label}
      placeholder="100.00"
      inputMode="decimal"
      value={props.value}
      onChange={(event) => props.onChange(event.currentTarget.value)}
    />
  );
}
