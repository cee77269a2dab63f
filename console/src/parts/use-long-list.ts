import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef } from 'react';

/** Rows kept ready beyond what is seen, so that scrolling meets no blank. */
const OVERSCAN = 10;
/** On paper a list is as long as it was: it must not be fetched to its end to be printed. */
const isOnPaper = () => window.matchMedia('print').matches;

/** The next page is asked for when so few rows are left below what is seen. */
const AHEAD = 30;

/**
 * A list of any length that draws only what is seen: `before` and `after` are the heights of the
 * spacers that stand for the rest. Asks for the next page before its end is reached.
 */
export function useLongList(list: {
  readonly count: number;
  readonly rowPx: number;
  readonly hasMore: boolean;
  readonly isLoading: boolean;
  readonly loadMore: () => unknown;
}) {
  const { count, rowPx, hasMore, isLoading, loadMore } = list;
  const scroll = useRef<HTMLElement>(null);
  const rows = useVirtualizer({
    count,
    getScrollElement: () => scroll.current,
    estimateSize: () => rowPx,
    overscan: OVERSCAN,
  });
  const shown = rows.getVirtualItems();
  const last = shown.at(-1)?.index ?? 0;
  const isNearEnd = count > 0 && last >= count - AHEAD;
  useEffect(() => {
    if (isNearEnd && hasMore && !isLoading && !isOnPaper()) loadMore();
  }, [isNearEnd, hasMore, isLoading, loadMore]);
  return {
    scroll,
    shown,
    before: shown[0]?.start ?? 0,
    after: rows.getTotalSize() - (shown.at(-1)?.end ?? 0),
    measure: rows.measureElement,
    scrollTo: rows.scrollToIndex,
  };
}
