import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openAccount } from './billing-account.ts';
import { type Json, type Product, startProduct } from './product.ts';

let product: Product;
beforeAll(async () => {
  product = await startProduct();
});
afterAll(() => product.close());

describe('GET /v1/companies/{co}/documents', () => {
  test('finds a document by its number or its digits, and none of another company', async () => {
    const [account, other] = [await openAccount(product), await openAccount(product)];
    await account.buy({ minutes: '10.00' });
    const receipt = (await account.receipts())[0];
    const digits = Number(/\d+$/.exec(receipt.number)?.[0]);
    const find = async (company: string, number: string) => {
      const path = `/v1/companies/${company}/documents?number=${encodeURIComponent(number)}`;
      return (await product.operator.get(path)).body.data.map((one: Json) => one.id);
    };
    expect(await find(account.company, receipt.number)).toEqual([receipt.id]);
    expect(await find(account.company, String(digits))).toEqual([receipt.id]);
    expect(await find(account.company, receipt.number.toLowerCase())).toEqual([receipt.id]);
    expect(await find(account.company, `INV-${digits}`)).toEqual([]);
    expect(await find(other.company, receipt.number)).toEqual([]);
    const wrong = `/v1/companies/${account.company}/documents?number=none`;
    expect((await product.operator.get(wrong)).status).toBe(422);
  });
});
