import { sql } from 'kysely';
import { type Transaction, tables } from '../../database/transaction.ts';
import { assert } from '../../kernel/assert.ts';
import type { LocalDate } from '../../kernel/calendar.ts';
import type { Currency } from '../../kernel/currency.ts';
import { formatAmount, type Money, moneyOf } from '../../kernel/money.ts';
import type { AtEnd, Contract, Notice } from './contract.ts';

interface ContractTables {
  contracts: {
    id: string;
    account: string;
    starts_on: LocalDate;
    months: number;
    ends_on: LocalDate;
    floors: Record<string, number>;
    prices: Record<string, string>;
    at_end: AtEnd;
    signed_at: Date;
  };
  contracts_ends: { contract: string; ends_on: LocalDate; reason: string; ordered_at: Date };
  contracts_notices: {
    contract: string;
    license_type: string;
    term_start: LocalDate;
    floor: number;
    given_at: Date;
    withdrawn_at: Date | null;
  };
}

/** Each account's contracts by their first day, with the notices that stand. */
export async function selectContracts(
  tx: Transaction,
  accounts: readonly { id: string; currency: Currency }[],
): Promise<Map<string, Contract[]>> {
  const ids = accounts.map(({ id }) => id);
  const rows = await tables<ContractTables>(tx)
    .selectFrom('contracts')
    .leftJoin('contracts_ends', 'contracts_ends.contract', 'contracts.id')
    .selectAll('contracts')
    .select('contracts_ends.ends_on as ended_on')
    .where((row) => row('account', '=', row.fn.any(row.val(ids))))
    .orderBy('starts_on')
    .execute();
  const contracts = new Map<string, Contract[]>(ids.map((id) => [id, []]));
  if (rows.length === 0) return contracts;
  const notices = await selectNotices(tx, ids);
  const currencies = new Map(accounts.map(({ id, currency }) => [id, currency]));
  for (const row of rows) {
    const currency = currencies.get(row.account);
    assert(currency !== undefined, 'only contracts of the accounts were asked for');
    contracts.get(row.account)?.push({
      id: row.id,
      account: row.account,
      startsOn: row.starts_on,
      months: row.months,
      endsOn: row.ends_on,
      floors: row.floors,
      prices: pricesOf(row.prices, currency),
      atEnd: row.at_end,
      signedAt: row.signed_at,
      ...(row.ended_on !== null && { endedOn: row.ended_on }),
      notices: notices.get(row.id) ?? [],
    });
  }
  return contracts;
}

/** Which account a contract or draft belongs to. */
export async function selectContractAccount(
  tx: Transaction,
  id: string,
): Promise<string | undefined> {
  const { rows } = await sql<{ account: string }>`
    select account from contracts where id = ${id}
    union select account from contracts_drafts where id = ${id}
  `.execute(tx);
  return rows[0]?.account;
}

async function selectNotices(
  tx: Transaction,
  accounts: readonly string[],
): Promise<Map<string, Notice[]>> {
  const rows = await tables<ContractTables>(tx)
    .selectFrom('contracts_notices as notice')
    .innerJoin('contracts', 'contracts.id', 'notice.contract')
    .select(['notice.contract', 'notice.license_type', 'notice.term_start', 'notice.floor'])
    .where((row) => row('contracts.account', '=', row.fn.any(row.val([...accounts]))))
    .where('notice.withdrawn_at', 'is', null)
    .orderBy('notice.term_start')
    .execute();
  const notices = new Map<string, Notice[]>();
  for (const row of rows) {
    const notice = {
      licenseType: row.license_type,
      termStart: row.term_start,
      floor: row.floor,
    };
    notices.set(row.contract, [...(notices.get(row.contract) ?? []), notice]);
  }
  return notices;
}

export async function insertContract(tx: Transaction, contract: Contract): Promise<void> {
  await sql`
    insert into contracts
      (id, account, starts_on, months, ends_on, floors, prices, at_end, signed_at)
    values (${contract.id}, ${contract.account}, ${contract.startsOn}, ${contract.months},
            ${contract.endsOn}, ${JSON.stringify(contract.floors)}::jsonb,
            ${JSON.stringify(priceTexts(contract.prices))}::jsonb, ${contract.atEnd},
            ${contract.signedAt})
  `.execute(tx);
}

export async function insertEnd(
  tx: Transaction,
  end: { contract: string; endsOn: LocalDate; reason: string; orderedAt: Date },
): Promise<void> {
  await tables<ContractTables>(tx)
    .insertInto('contracts_ends')
    .values({
      contract: end.contract,
      ends_on: end.endsOn,
      reason: end.reason,
      ordered_at: end.orderedAt,
    })
    .execute();
}

export async function insertNotice(
  tx: Transaction,
  notice: Notice & { contract: string; givenAt: Date },
): Promise<void> {
  await tables<ContractTables>(tx)
    .insertInto('contracts_notices')
    .values({
      contract: notice.contract,
      license_type: notice.licenseType,
      term_start: notice.termStart,
      floor: notice.floor,
      given_at: notice.givenAt,
      withdrawn_at: null,
    })
    .execute();
}

/** Withdraws the type's notices for terms that begin after `today`; answers which ones. */
export async function withdrawNotices(
  tx: Transaction,
  account: string,
  withdrawal: { licenseType: string; today: LocalDate; at: Date },
): Promise<(Notice & { contract: string })[]> {
  const { rows } = await sql<{ contract: string; term_start: LocalDate; floor: number }>`
    update contracts_notices notice set withdrawn_at = ${withdrawal.at}
    from contracts
    where contracts.id = notice.contract and contracts.account = ${account}
      and notice.license_type = ${withdrawal.licenseType}
      and notice.withdrawn_at is null and notice.term_start > ${withdrawal.today}
    returning notice.contract, notice.term_start, notice.floor
  `.execute(tx);
  return rows.map((row) => ({
    contract: row.contract,
    licenseType: withdrawal.licenseType,
    termStart: row.term_start,
    floor: row.floor,
  }));
}

export function priceTexts(prices: Readonly<Record<string, Money>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(prices).map(([code, price]) => [code, formatAmount(price)]),
  );
}

export function pricesOf(
  prices: Record<string, string>,
  currency: Currency,
): Record<string, Money> {
  return Object.fromEntries(
    Object.entries(prices).map(([code, amount]) => [code, moneyOf(amount, currency)]),
  );
}
