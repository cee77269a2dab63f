import { Anchor, Group } from '@mantine/core';

/** The files of a document that was issued; of an invoice also the one for other software. */
export function DocumentFiles({ path, number }: { path: string; number: string }) {
  const isInvoice = path.startsWith('/v1/invoices/');
  return (
    <Group gap="md" mt="sm" fz="sm">
      <Anchor inherit href={`${path}.pdf`} download aria-label={`${number} as PDF`}>
        PDF
      </Anchor>
      <Anchor
        inherit
        href={`${path}/print`}
        target="_blank"
        rel="noreferrer"
        aria-label={`Print ${number}, in a new tab`}
      >
        Print
      </Anchor>
      {isInvoice ? (
        <Anchor
          inherit
          href={`${path}/e-invoice`}
          target="_blank"
          rel="noreferrer"
          aria-label={`${number} as electronic invoice, in a new tab`}
        >
          Electronic invoice
        </Anchor>
      ) : null}
    </Group>
  );
}
