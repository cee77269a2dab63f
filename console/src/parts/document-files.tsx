import { Anchor, Group } from '@mantine/core';
import { say } from '../words/say.ts';

/** The files of a document that was issued; of an invoice also the one for other software. */
export function DocumentFiles({ path, number }: { path: string; number: string }) {
  const isInvoice = path.startsWith('/v1/invoices/');
  return (
    <Group gap="md" mt="sm" fz="sm" className="no-print">
      <Anchor inherit href={`${path}.pdf`} download aria-label={say('{number} as PDF', { number })}>
        {say('PDF')}
      </Anchor>
      <Anchor
        inherit
        href={`${path}/print`}
        target="_blank"
        rel="noreferrer"
        aria-label={say('Print {number}, in a new tab', { number })}
      >
        {say('Print')}
      </Anchor>
      {isInvoice ? (
        <Anchor
          inherit
          href={`${path}/e-invoice`}
          target="_blank"
          rel="noreferrer"
          aria-label={say('{number} as electronic invoice, in a new tab', { number })}
        >
          {say('Electronic invoice')}
        </Anchor>
      ) : null}
    </Group>
  );
}
