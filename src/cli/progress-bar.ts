/** Shows how far something long has got: a bar on a terminal, a line now and then elsewhere. */
export interface ProgressBar {
  /** `total` may be learned, or change, on the way; undefined where it is not known. */
  show(done: number, total: number | undefined): void;
  /** Leaves the last figures standing. */
  end(): void;
}

const BAR_CHARACTERS = 30;
/** Often enough to look alive. */
const REDRAW_MS = 100;
/** A log file that gets a line a second is still readable. */
const LINE_MS = 5_000;

/** `unit` is what is counted: `accounts`. Writes to stderr, so that stdout stays the result. */
export function createProgressBar(unit: string, stream = process.stderr): ProgressBar {
  const startedAt = performance.now();
  const everyMs = stream.isTTY ? REDRAW_MS : LINE_MS;
  let shownAt = startedAt;
  let last = '';

  function text(done: number, total: number | undefined): string {
    const seconds = (performance.now() - startedAt) / 1000;
    const perSecond = seconds > 0 ? done / seconds : 0;
    const rate = `${Math.round(perSecond).toLocaleString('en-US')} ${unit}/s`;
    if (total === undefined || total === 0)
      return `${done.toLocaleString('en-US')} ${unit}, ${rate}`;
    const share = Math.min(done / total, 1);
    const filled = Math.round(share * BAR_CHARACTERS);
    const bar = '█'.repeat(filled) + '░'.repeat(BAR_CHARACTERS - filled);
    const of = `${done.toLocaleString('en-US')} of ${total.toLocaleString('en-US')} ${unit}`;
    const left = perSecond > 0 ? Math.ceil((total - done) / perSecond) : undefined;
    const eta = left === undefined || left <= 0 ? '' : `, ${left} s left`;
    return `${bar} ${Math.floor(share * 100)} %  ${of}, ${rate}${eta}`;
  }

  function write(): void {
    stream.write(stream.isTTY ? `\r\u001b[K${last}` : `${last}\n`);
  }

  return {
    show(done, total) {
      last = text(done, total);
      const now = performance.now();
      if (now - shownAt < everyMs) return;
      shownAt = now;
      write();
    },
    end() {
      if (last === '') return;
      write();
      if (stream.isTTY) stream.write('\n');
    },
  };
}
