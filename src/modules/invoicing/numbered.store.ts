import { sql } from 'kysely';
import type { Transaction } from '../../database/transaction.ts';
import { type DocumentType, documentNumber } from './document.ts';

/** A document as somebody who knows its number looks for it. */
export interface NumberedDocument {
  readonly id: string;
  readonly account: string;
  readonly type: DocumentType;
  readonly number: string;
  readonly issuedOn: string;
  readonly currency: string;
  /** Micro-units. */
  readonly total: bigint;
}

/** The documents of a company whose number within its series is `number`, the newest first. */
export async function documentsNumbered(
  tx: Transaction,
  company: string,
  number: bigint,
  limit: number,
): Promise<NumberedDocument[]> {
  const { rows } = await sql<NumberedDocument & { no: bigint; prefix: string; isTest: boolean }>`
    select document.id, document.account, document.type, document.number as no,
           document.number_prefix as prefix, account.test_clock is not null as "isTest",
           document.issued_on as "issuedOn", document.currency, document.total
    from accounts account
    join invoicing_documents document on document.account = account.id
    where account.company = ${company} and document.number = ${number}
    order by document.id desc limit ${limit}
  `.execute(tx);
  return rows.map(({ no, prefix, isTest, ...row }) => ({
    ...row,
    number: documentNumber(row.type, isTest, no, prefix),
  }));
}
