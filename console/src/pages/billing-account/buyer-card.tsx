import { Button, Card, Group, SimpleGrid, Stack, Text, TextInput, Title } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useQuery } from '@tanstack/react-query';
import type { Schemas } from '@tollkeeper/sdk';
import { useState } from 'react';
import { client, refresh, useMe } from '../../api/queries.ts';
import { AuthorizeDialog } from '../../parts/authorize.tsx';
import { Loaded } from '../../parts/loaded.tsx';
import { locale } from '../../words/language.ts';
import { say } from '../../words/say.ts';

type Buyer = Schemas['Buyer'];

/** Who buys, as receipts and invoices say; its country decides the taxes. */
export function BuyerCard({ account }: { account: string }) {
  const buyer = useQuery({
    queryKey: ['buyer', account],
    queryFn: () => client.get('/v1/billing-accounts/{ba}/buyer', { params: { ba: account } }),
  });
  const { data: me } = useMe();
  const [editing, setEditing] = useState(false);
  return (
    <Card component="section" aria-label={say('Who buys')}>
      <Group justify="space-between" align="flex-start">
        <div>
          <Title order={2} size="h4">
            {say('Who buys')}
          </Title>
          <Text size="sm" c="dimmed">
            {say('On every receipt and invoice from now on; the address decides the taxes.')}
          </Text>
        </div>
        {me?.permissions.includes('billing.manage') === true && buyer.data !== undefined ? (
          <Button variant="default" onClick={() => setEditing(true)}>
            {say('Change')}
          </Button>
        ) : null}
      </Group>
      <Loaded query={buyer} height={90}>
        {(known) => (
          <Stack gap={2} mt="xs" fz="sm">
            {linesOf(known).map((line) => (
              <Text inherit key={line}>
                {line}
              </Text>
            ))}
          </Stack>
        )}
      </Loaded>
      {editing && buyer.data !== undefined ? (
        <BuyerDialog buyer={buyer.data} onClose={() => setEditing(false)} />
      ) : null}
    </Card>
  );
}

function linesOf(buyer: Buyer): string[] {
  const { address } = buyer;
  const town = [address?.postal_code, address?.city, address?.region].filter(Boolean).join(' ');
  const lines = [
    buyer.legal_name,
    address === undefined ? say('No address has been entered yet.') : address.line1,
    address?.line2,
    town,
    address && countryName(address.country),
    buyer.vat_id && say('VAT ID {id}', { id: buyer.vat_id }),
    buyer.purchase_order && say('Purchase order {number}', { number: buyer.purchase_order }),
    buyer.invoice_email && say('Invoices also go to {email}', { email: buyer.invoice_email }),
  ];
  return lines.filter((line): line is string => line !== undefined && line !== '');
}

const FIELDS = [
  { name: 'legal_name', label: say('Legal name'), isNeeded: true },
  { name: 'line1', label: say('Street'), isNeeded: true },
  { name: 'line2', label: say('Second line') },
  { name: 'city', label: say('City'), isNeeded: true },
  { name: 'postal_code', label: say('Postal code') },
  { name: 'region', label: say('State or region (code, such as NY)') },
  { name: 'country', label: say('Country (two letters, such as US)'), isNeeded: true },
  { name: 'vat_id', label: say('VAT or GST ID') },
  { name: 'tax_number', label: say('Other tax number') },
  { name: 'registration_number', label: say('Registration number') },
  { name: 'purchase_order', label: say('Purchase order') },
  { name: 'invoice_email', label: say('E-mail for invoices') },
] as const satisfies readonly { name: string; label: string; isNeeded?: boolean }[];
type Field = (typeof FIELDS)[number]['name'];
type Typed = Record<Field, string>;

/** Codes and ids are compared by capitals; people type them as they come. */
const CAPITALS: ReadonlySet<Field> = new Set(['region', 'country', 'vat_id', 'tax_number']);

function BuyerDialog({ buyer, onClose }: { buyer: Buyer; onClose: () => void }) {
  const [typed, setTyped] = useState<Typed>(() => typedOf(buyer));
  return (
    <AuthorizeDialog
      title={say('Who buys')}
      confirm={say('Save')}
      onClose={onClose}
      onConfirm={async (authorizedBy) => {
        await client.put('/v1/billing-accounts/{ba}/buyer', {
          params: { ba: buyer.billing_account },
          body: bodyOf(typed),
          authorizedBy,
        });
        await refresh();
        notifications.show({ message: say('Documents say so from now on.') });
      }}
    >
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm" style={{ alignItems: 'end' }}>
        {FIELDS.map((field) => (
          <TextInput
            key={field.name}
            label={field.label}
            required={'isNeeded' in field}
            value={typed[field.name]}
            onChange={(event) => setTyped({ ...typed, [field.name]: event.currentTarget.value })}
          />
        ))}
      </SimpleGrid>
    </AuthorizeDialog>
  );
}

function typedOf(buyer: Buyer): Typed {
  const known: Partial<Record<string, unknown>> = { ...buyer, ...buyer.address };
  const values = FIELDS.map(({ name }) => [name, String(known[name] ?? '')]);
  return Object.fromEntries(values) as Typed;
}

function bodyOf(typed: Typed) {
  const { legal_name, line1, city, country, ...others } = typed;
  const { line2, postal_code, region, ...registrations } = others;
  return {
    legal_name: entered('legal_name', legal_name) ?? '',
    address: {
      line1: line1.trim(),
      city: city.trim(),
      country: entered('country', country) ?? '',
      ...given({ line2, postal_code, region }),
    },
    ...given(registrations),
  };
}

/** The fields that say something. */
function given<Names extends Field>(fields: Record<Names, string>): Partial<Record<Names, string>> {
  const entries = (Object.entries(fields) as [Names, string][])
    .map(([name, value]) => [name, entered(name, value)] as const)
    .filter(([, value]) => value !== undefined);
  return Object.fromEntries(entries) as Partial<Record<Names, string>>;
}

function entered(name: Field, value: string): string | undefined {
  const text = CAPITALS.has(name) ? value.replace(/\s/g, '').toUpperCase() : value.trim();
  return text === '' ? undefined : text;
}

const countries = new Intl.DisplayNames([locale], { type: 'region' });

function countryName(code: string): string {
  return countries.of(code) ?? code;
}
