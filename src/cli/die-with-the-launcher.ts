/**
 * `bin/tollkeeper` starts this process and holds a channel to it. It ends after us; when it
 * ends before, it was killed with -9, and that was meant for us.
 */
export function dieWithTheLauncher(): void {
  if (process.channel === undefined || process.channel === null) return;
  process.on('disconnect', () => process.kill(process.pid, 'SIGKILL'));
  process.channel.unref();
}
