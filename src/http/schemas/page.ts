import { z } from 'zod';
import type { IdPrefix } from '../../kernel/id.ts';
import type { PlainSentence } from '../../kernel/words/say.ts';
import { misfit } from './misfit.ts';

const LIMIT_MAX = 100;
const LIMIT_DEFAULT = 20;

export const NO_CURSOR: PlainSentence = 'must be the next_cursor of a page of this list';

/** What follows the prefix of an identifier of ours. */
const ID = '[0-9a-hjkmnp-tv-z]{26}';

/** The cursor of a list whose rows are named by ids with one of these prefixes. */
export const idCursor = (...prefixes: (IdPrefix | 'use')[]) =>
  cursorOfForm(new RegExp(`^(?:${prefixes.join('|')})_${ID}$`));

/** The cursor of a list whose rows are named in another way. */
export const cursorOfForm = (form: RegExp) => z.string().regex(form, misfit(NO_CURSOR));

/**
 * The query fields of every list. `cursor` is what the page before said in `next_cursor`; what
 * cannot have been is refused, or a client that sends the wrong one would take it for the end.
 */
export const pageQuery = <Cursor extends z.ZodType<string>>(cursor: Cursor) => ({
  limit: z.coerce.number().int().min(1).max(LIMIT_MAX).default(LIMIT_DEFAULT),
  cursor: cursor.optional(),
});

export const page = <Item extends z.ZodType>(item: Item) =>
  z.strictObject({
    data: z.array(item),
    has_more: z.boolean(),
    next_cursor: z.string().nullable(),
  });

export interface Page<Item> {
  readonly data: Item[];
  readonly has_more: boolean;
  readonly next_cursor: string | null;
}

/** The rows that a page is asked for: those that follow `after`. */
export interface Slice {
  readonly limit: number;
  readonly after: string | undefined;
}

/**
 * One page of a list. `select` is asked for one row more than the page holds, by which it is
 * known whether there is another page; `cursorOf` names a row for the page that follows it.
 */
export async function pageOf<Row, Item>(
  query: { limit: number; cursor?: string | undefined },
  select: (slice: Slice) => Promise<readonly Row[]>,
  cursorOf: (row: Row) => string,
  itemOf: (row: Row) => Item,
): Promise<Page<Item>> {
  const rows = await select({ limit: query.limit + 1, after: query.cursor });
  const shown = rows.slice(0, query.limit);
  const last = shown.at(-1);
  const hasMore = rows.length > query.limit;
  return {
    data: shown.map(itemOf),
    has_more: hasMore,
    next_cursor: hasMore && last !== undefined ? cursorOf(last) : null,
  };
}
