import type { Schemas } from '@tollkeeper/sdk';
import { useState } from 'react';
import { client } from '../../../api/queries.ts';
import { FormDialog } from '../../../parts/form-dialog.tsx';
import { say } from '../../../words/say.ts';
import { ContractFields } from './contract-fields.tsx';
import { type TermsDraft, termsBody, termsOf } from './terms-draft.ts';

type Details = Schemas['BillingAccountDetails'];

/** A contract's terms as a draft: it binds nobody and charges nothing until it is signed. */
export function ContractEditor(props: {
  details: Details;
  draft: Schemas['Contract'] | undefined;
  onClose: () => void;
}) {
  const { details, draft, onClose } = props;
  const [terms, setTerms] = useState(() => termsOf(details, draft));
  const change = (news: Partial<TermsDraft>) => setTerms((now) => ({ ...now, ...news }));
  const body = termsBody(terms);
  return (
    <FormDialog
      title={draft === undefined ? say('Prepare a contract') : say('Edit the draft')}
      confirm={say('Save the draft')}
      ready={body !== undefined}
      size="lg"
      onClose={onClose}
      submit={(idempotencyKey) => {
        if (body === undefined) return Promise.resolve();
        return draft === undefined
          ? client.post('/v1/billing-accounts/{ba}/contracts', {
              params: { ba: details.id },
              body: { ...body, draft: true },
              idempotencyKey,
            })
          : client.put('/v1/contracts/{ctr}', { params: { ctr: draft.id }, body });
      }}
    >
      <ContractFields details={details} terms={terms} onChange={change} />
    </FormDialog>
  );
}
