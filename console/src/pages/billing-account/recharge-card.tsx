import { Button, Card, Group, Select, Stack, Text, TextInput, Title } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import type { Schemas } from '@tollkeeper/sdk';
import { useState } from 'react';
import { client, refresh, useMe } from '../../api/queries.ts';
import { AuthorizeDialog } from '../../parts/authorize.tsx';
import { rechargeByUsage, sayRecharge } from './recharge-words.ts';

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
            {sentenceOf(details.minutes)}
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

function sentenceOf(minutes: Schemas['Minutes']): string {
  const { mode, threshold, amount, monthly_cap: cap } = minutes.recharge;
  const perDay = minutes.average_daily_usage;
  const byUsage = rechargeByUsage(minutes);
  if (mode === 'off') {
    const would =
      byUsage === undefined ? '' : ` By usage it would be: ${sayRecharge(byUsage, perDay)}`;
    return `Off: minutes are only bought by hand.${would}`;
  }
  if (threshold === null || amount === null) {
    return 'By usage; nothing has been used for a whole day yet, so nothing is bought.';
  }
  return sayRecharge({ threshold, amount, cap }, perDay);
}

function RechargeDialog(props: { details: Schemas['BillingAccountDetails']; onClose: () => void }) {
  const { details, onClose } = props;
  const { recharge } = details.minutes;
  const [mode, setMode] = useState<Mode>(recharge.mode === 'off' ? 'usage_based' : recharge.mode);
  const [threshold, setThreshold] = useState(recharge.threshold?.amount ?? '');
  const [amount, setAmount] = useState(recharge.amount?.amount ?? '');
  const [cap, setCap] = useState(recharge.monthly_cap?.amount ?? '');
  const given = (text: string) => (text.trim() === '' ? undefined : text.trim());
  const preview = previewOf(details.minutes, { mode, threshold, amount, cap });
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
        {preview === undefined ? null : (
          <Text size="sm" fw={600} aria-live="polite" className="figure">
            {preview}
          </Text>
        )}
      </Stack>
    </AuthorizeDialog>
  );
}

/** What the settings come to, before they are saved. */
function previewOf(
  minutes: Schemas['Minutes'],
  typed: { mode: Mode; threshold: string; amount: string; cap: string },
): string | undefined {
  const { currency } = minutes.balance;
  const cap = isAmount(typed.cap) ? { amount: typed.cap, currency } : null;
  const perDay = minutes.average_daily_usage;
  if (typed.mode === 'usage_based') {
    const byUsage = rechargeByUsage(minutes);
    return byUsage === undefined
      ? 'Below 5 days of your average usage, 14 days of it are bought.'
      : sayRecharge({ ...byUsage, cap }, perDay);
  }
  const [threshold, amount] = [typed.threshold, typed.amount];
  if (typed.mode === 'off' || !isAmount(threshold) || !isAmount(amount)) return undefined;
  const plan = { threshold: { amount: threshold, currency }, amount: { amount, currency }, cap };
  return sayRecharge(plan, perDay);
}

const isAmount = (text: string) => /^\d{1,10}(\.\d{1,3})?$/.test(text.trim());

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
