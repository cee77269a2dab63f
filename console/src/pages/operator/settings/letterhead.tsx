import { Card, Text } from '@mantine/core';
import { say } from '../../../words/say.ts';
import { saidIn, type Typed } from './seller-draft.ts';

const COLOUR = /^#[0-9a-f]{6}$/;

/** The head and foot of a document as they would be printed. */
export function Letterhead({ typed }: { typed: Typed }) {
  const colour = saidIn(typed, '/colour');
  const town = [
    saidIn(typed, '/address/postal_code'),
    saidIn(typed, '/address/city'),
    saidIn(typed, '/address/region'),
  ];
  const lines = [
    saidIn(typed, '/legal_name'),
    saidIn(typed, '/address/line1'),
    saidIn(typed, '/address/line2'),
    town.filter(Boolean).join(' '),
    saidIn(typed, '/address/country'),
  ].filter(Boolean);
  const vat = saidIn(typed, '/vat_id');
  const prefix = saidIn(typed, '/number_prefix');
  const footer = saidIn(typed, '/document_footer');
  // Paper is white in both colour schemes.
  return (
    <Card component="section" aria-label={say('How documents begin')} bg="#ffffff" c="#1a1f25">
      <Text
        fz={20}
        fw={700}
        style={COLOUR.test(colour) ? { borderBottom: `3px solid ${colour}` } : {}}
        pb={6}
        mb="xs"
      >
        {saidIn(typed, '/logo_text') || saidIn(typed, '/legal_name') || say('Nobody yet')}
      </Text>
      <Text size="xs">{lines.join(' · ')}</Text>
      {vat === '' ? null : <Text size="xs">{say('VAT ID {id}', { id: vat })}</Text>}
      <Text size="sm" fw={600} mt="sm" className="figure">
        {say('Invoice {number}', { number: `${prefix === '' ? '' : `${prefix}-`}INV-000001` })}
      </Text>
      {footer === '' ? null : (
        <Text size="xs" mt="sm">
          {footer}
        </Text>
      )}
    </Card>
  );
}
