import { useDebouncedCallback } from '@mantine/hooks';
import { useEffect, useRef } from 'react';
import { draftKey } from '../../api';

/**
 * Keeps what somebody types for as long as the tab is open, also when the page is loaded anew. It is forgotten when it was
 * saved, and when somebody signs out. Never for what is about a beneficiary.
 */
export function useDraft<T>(name: string | undefined, current: T, isDirty: boolean) {
  const key = name === undefined ? undefined : draftKey(name);
  const isDone = useRef(false);
  const keep = useDebouncedCallback((value: T) => key && sessionStorage.setItem(key, JSON.stringify(value)), 300);
  useEffect(() => {
    if (isDirty && !isDone.current) keep(current);
  }, [current, isDirty, keep]);
  const drop = () => {
    // The last letter may have been typed just now.
    keep.cancel();
    if (key) sessionStorage.removeItem(key);
  };
  return {
    /** What is typed from now on is kept again. */
    startOver: drop,
    forget() {
      isDone.current = true;
      drop();
    },
  };
}

/** What was typed before, if anything. */
export function draftOf<T>(name: string | undefined): T | undefined {
  const kept = name === undefined ? null : sessionStorage.getItem(draftKey(name));
  return kept === null ? undefined : (JSON.parse(kept) as T);
}
