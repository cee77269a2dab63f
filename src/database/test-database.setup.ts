/** Before the first and after the last test of a run. */
export default function setup(): () => Promise<void> {
  return async () => {};
}
