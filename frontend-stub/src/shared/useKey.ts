import { useRef } from 'react';

/**
 * Keys for requests that must not happen twice: the same for the same words, so that one whose answer was lost can be sent
 * again, and another one for other words.
 */
export function useKey(): (body: unknown) => string {
  const last = useRef({ words: '', key: '' });
  return (body) => {
    const words = JSON.stringify(body);
    if (words !== last.current.words) last.current = { words, key: crypto.randomUUID() };
    return last.current.key;
  };
}
