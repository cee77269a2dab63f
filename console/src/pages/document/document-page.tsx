import { Anchor, Card } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import type { Schemas } from '@tollkeeper/sdk';
import { client } from '../../api/queries.ts';
import { sayDay } from '../../api/time.ts';
import { DocumentFiles } from '../../parts/document-files.tsx';
import { DocumentLines } from '../../parts/document-lines.tsx';
import { Loaded } from '../../parts/loaded.tsx';
import { PageHeading } from '../../parts/page-heading.tsx';
import { said, say } from '../../words/say.ts';

/** One receipt or invoice at an address of its own, which can be sent to somebody. */
export function DocumentPage() {
  const { document: id } = useParams({ from: '/shell/documents/$document' });
  const isReceipt = id.startsWith('rcp_');
  const document = useQuery({
    queryKey: ['document', id],
    queryFn: (): Promise<Schemas['Receipt'] | Schemas['Invoice']> =>
      isReceipt
        ? client.get('/v1/receipts/{rcp}', { params: { rcp: id } })
        : client.get('/v1/invoices/{inv}', { params: { inv: id } }),
  });
  return (
    <Loaded query={document} height={320}>
      {(found) => (
        <>
          <PageHeading
            title={titleOf(isReceipt, found.number)}
            about={said('Issued on {day}, <a>with all others</a>', {
              day: sayDay(found.issued_on),
              a: (words) => (
                <Anchor
                  component={Link}
                  to={`/billing-accounts/${found.billing_account}`}
                  hash="invoices"
                  inherit
                >
                  {words}
                </Anchor>
              ),
            })}
            actions={
              <DocumentFiles
                path={`/v1/${isReceipt ? 'receipts' : 'invoices'}/${id}`}
                number={found.number}
              />
            }
          />
          <Card maw={760}>
            <DocumentLines document={found} />
          </Card>
        </>
      )}
    </Loaded>
  );
}

function titleOf(isReceipt: boolean, number: string): string {
  return isReceipt ? say('Receipt {number}', { number }) : say('Invoice {number}', { number });
}
