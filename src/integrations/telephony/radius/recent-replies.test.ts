import { expect, test } from 'vitest';
import { RecentReplies } from './recent-replies.ts';

const one = Buffer.alloc(16, 1);
const other = Buffer.alloc(16, 2);
const reply = Buffer.from('reply');

test('a copy waits for the first one’s answer, and then gets the same', () => {
  const replies = new RecentReplies();
  expect(replies.begin('a', one, 0)).toBe('fresh');
  expect(replies.begin('a', one, 10)).toBe('pending');
  replies.end('a', one, reply);
  expect(replies.begin('a', one, 20)).toEqual(reply);
});

test('the same identifier with another authenticator is another request', () => {
  const replies = new RecentReplies();
  replies.begin('a', one, 0);
  replies.end('a', one, reply);
  expect(replies.begin('a', other, 10)).toBe('fresh');
  // The first one's answer, when it comes late, is not the second one's.
  replies.end('a', one, reply);
  expect(replies.begin('a', other, 20)).toBe('pending');
});

test('what was not answered, or long ago, is decided anew', () => {
  const replies = new RecentReplies();
  replies.begin('a', one, 0);
  replies.end('a', one, undefined);
  expect(replies.begin('a', one, 10)).toBe('fresh');
  replies.end('a', one, reply);
  expect(replies.begin('a', one, 30_011)).toBe('fresh');
});
